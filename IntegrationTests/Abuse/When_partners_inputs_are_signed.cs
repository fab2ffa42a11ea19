using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests;

/// <summary>Inputs that nothing lets in would test signatures alone: of each partner's some are taken, and so are some of the agency's and the portal's.</summary>
internal sealed class When_partners_inputs_are_signed
{
    private const int Inputs = 60;

    [TestCase("callback-vnpay", "select count(*) from payment.callback where partner = 'vnpay' and identity like '%FZ%'")]
    [TestCase("callback-bank", "select count(*) from payment.callback where partner = 'mb' and identity like '%FZ%'")]
    [TestCase("vietqr-sync", "select count(*) from payment.callback where partner = 'vietqr' and identity like '%FZ%'")]
    [TestCase("platform-init", "select count(*) from payment.obligation where id like 'DOITAC1/FZ%'")]
    [TestCase("obligation", "select count(*) from payment.obligation where id like '%/fuzz-%'")]
    [TestCase("pay", "select count(*) from payment.attempt")]
    [TestCase("refund-decision", "select count(*) from payment.refund_decision")]
    public async Task Should_get_behind_the_signature(string name, string count)
    {
        var host = await SharedHost.GetAsync();
        var target = PaymentEndpoints.Of(host).Concat(PartnerEndpoints.Of(host)).Single(one => one.Name == name);

        for (var number = 0; number < Inputs; number++) (await target.TryAsync(target.Make(Dice.Of(61, name, number)), CancellationToken.None)).ShouldBeNull($"input {number} of seed 61");

        (await host.Database.ScalarAsync<long>(count)).ShouldBeGreaterThan(0);
    }
}
