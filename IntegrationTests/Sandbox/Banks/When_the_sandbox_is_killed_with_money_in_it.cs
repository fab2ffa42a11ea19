using System.Net.Http.Json;
using System.Text.Json;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Banks;

public class When_the_sandbox_is_killed_with_money_in_it
{
    private string _state = null!;

    [SetUp]
    public void SetUp() => _state = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.state");

    [TearDown]
    public void TearDown() => File.Delete(_state);

    [Test]
    public async Task Should_know_what_was_paid_and_go_on_telling_it()
    {
        var reference = BankFixture.Reference();
        DateTimeOffset created;
        string number;
        await using (var before = await BankFixture.StartAsync(state: _state))
        {
            // The portal does not take it, and the next call is hours away when the sandbox ends.
            before.Portal.Outcome = (_, _) => CallbackOutcome.TransientFailure;
            (await before.Http.PostAsJsonAsync("/sandbox/settings", new { bankTimeScale = 10 })).EnsureSuccessStatusCode();
            created = await before.OpenVnpayAsync(reference, 10_000);
            await before.ToldAsync(reference);
            await Eventually.HoldsAsync(
                async () => Transaction(await before.OrderAsync("vnpay", reference)).GetProperty("calls").GetInt32() == 1, "it is written down");
            number = before.Portal.Payments.Single().TransactionNo;
        }

        await using var after = await BankFixture.StartAsync(state: _state);
        await after.ToldAsync(reference);

        after.Portal.Payments.Single().TransactionNo.ShouldBe(number);
        (await after.Vnpay.QueryAsync(new VnpayQuestion("Q1", reference, created), default)).ShouldBeOfType<PartnerAnswer<VnpayTransaction>.Done>()
            .Value.Result.ShouldBe(PaymentResult.Paid);
    }

    [Test]
    public async Task Should_have_the_payer_pay_who_had_opened_the_page()
    {
        var reference = BankFixture.Reference();
        await using (var before = await BankFixture.StartAsync(new() { StepMilliseconds = [3_000, 3_000] }, _state))
            await before.OpenVnpayAsync(reference, 10_000);

        await using var after = await BankFixture.StartAsync(state: _state);
        await after.ToldAsync(reference);

        (await after.SumsAsync("vnpay")).GetProperty("payments").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task Should_not_give_a_number_twice()
    {
        var numbers = new List<string>();
        for (var life = 0; life < 2; life++)
        {
            await using var sandbox = await BankFixture.StartAsync(state: _state);
            var answer = await sandbox.Http.PostAsJsonAsync(
                "/sandbox/banks/vietqr/payments", new { reference = BankFixture.Reference(), amount = 1_000, account = BankFixture.Account });
            numbers.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("transaction").GetString()!);
        }

        numbers.Distinct().Count().ShouldBe(2);
    }

    [Test]
    public async Task Should_forget_what_was_cleared()
    {
        await using (var before = await BankFixture.StartAsync(state: _state))
        {
            await before.OpenVnpayAsync(BankFixture.Reference(), 10_000);
            (await before.Http.DeleteAsync(new Uri("/sandbox/ledger", UriKind.Relative))).EnsureSuccessStatusCode();
        }

        await using var after = await BankFixture.StartAsync(state: _state);
        (await after.SumsAsync("vnpay")).GetProperty("orders").GetInt32().ShouldBeLessThanOrEqualTo(0);
    }

    private static JsonElement Transaction(JsonElement order) => order.GetProperty("transactions")[0];
}
