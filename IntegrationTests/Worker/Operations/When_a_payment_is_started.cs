using System.Net;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Partners;
using DichVuCong.Worker.Tests.Support;

namespace DichVuCong.Worker.Tests.Operations;

internal sealed class When_a_payment_is_started
{
    private static readonly PayableOrder Order = new()
    {
        Reference = PaymentReference.Parse("D25070100000000001"),
        Amount = new Vnd(150_000),
        Beneficiary = new BeneficiaryAccount("3711012345", "VCB", "KBNN mẫu", IsTreasury: true),
        Description = "Lệ phí hồ sơ H29.101-250701-0001",
        ExpiresAt = Some.Now.AddDays(1),
        PayerIp = IPAddress.Loopback,
    };

    [Test]
    public async Task Should_send_the_payer_to_vnpay()
    {
        var link = await LinkOf("vnpay", Order);

        link.Qr.ShouldBeNull();
        link.StartedAt.ShouldBe(Some.Now.AddMilliseconds(-500));
        link.ExpiresAt.ShouldBe(link.StartedAt.AddMinutes(15));
        link.Url!.AbsoluteUri.ShouldStartWith("http://127.0.0.1:8082/banks/vnpay/paymentv2/vpcpay.html?");
        foreach (var part in new[] { "vnp_TxnRef=D25070100000000001", "vnp_Amount=15000000", "vnp_CreateDate=20250701083000", "vnp_ExpireDate=20250701084500" })
        {
            link.Url.Query.ShouldContain(part);
        }
    }

    [Test]
    public async Task Should_let_no_link_outlive_its_order() =>
        (await LinkOf("vnpay", Order with { ExpiresAt = Some.Now.AddMinutes(5) })).ExpiresAt.ShouldBe(Some.Now.AddMinutes(5).AddMilliseconds(-500));

    [Test]
    public async Task Should_make_a_code_for_vietqr()
    {
        var link = await LinkOf("vietqr", Order);
        link.Url.ShouldBeNull();
        foreach (var part in new[] { "970436", "3711012345", "150000", "D25070100000000001" }) link.Qr!.ShouldContain(part);
        (await LinkOf("vietqr", Order with { Beneficiary = Order.Beneficiary with { Bank = "970418" } })).Qr!.ShouldContain("970418");
    }

    [Test]
    public async Task Should_refuse_what_a_partner_cannot_carry()
    {
        await ShouldBeRefused("vnpay", Order with { ExpiresAt = Some.Now }, "expired");
        await ShouldBeRefused("vnpay", Order with { Amount = new Vnd(10_000_000_000) }, "amount");
        await ShouldBeRefused("vietqr", Order with { Beneficiary = Order.Beneficiary with { Bank = "KHONGCO" } }, "account");
        await ShouldBeRefused("vietqr", Order with { Beneficiary = Order.Beneficiary with { Number = "3711.0.12345" } }, "account");
    }

    [Test]
    public async Task Should_say_that_a_bank_cannot_be_reached()
    {
        // Port 1 of this machine: nobody listens there.
        using var partners = Some.Partners(Some.Development(("Banks:mb:ApiUrl", "http://127.0.0.1:1/"), ("Banks:mb:Signature", "Hmac"),
            ("Banks:mb:Secrets:0:KeyId", "k1"), ("Banks:mb:Secrets:0:Secret", "x"), ("Banks:mb:Statements", "mb")));
        (await partners.Find("mb")!.StartAsync(Order, Some.Now, default)).ShouldBeOfType<PartnerAnswer<PaymentLink>.NotSent>();
    }

    [Test]
    public void Should_give_vietqr_tokens_that_end()
    {
        using var partners = Some.Partners();
        var tokens = partners.VietQr.ShouldNotBeNull().Tokens;
        var token = tokens.Issue(Some.Now);

        tokens.IsActive(token, Some.Now.AddSeconds(299)).ShouldBeTrue();
        tokens.IsActive(token, Some.Now.AddSeconds(300)).ShouldBeFalse();
        new VietQrTokens(new byte[32], TimeSpan.FromSeconds(300)).IsActive(token, Some.Now).ShouldBeTrue("another gateway with the same key takes it");
        new VietQrTokens([.. Enumerable.Repeat((byte)1, 32)], TimeSpan.FromSeconds(300)).IsActive(token, Some.Now).ShouldBeFalse();
        foreach (var wrong in new[] { "", "x", "!!!", token[..^1], $"{token}AAAA", new string('A', 43) }) tokens.IsActive(wrong, Some.Now).ShouldBeFalse(wrong);
    }

    private static async Task<PaymentLink> LinkOf(string partner, PayableOrder order)
    {
        using var partners = Some.Partners();
        return (await partners.Find(partner)!.StartAsync(order, Some.Now, default)).ShouldBeOfType<PartnerAnswer<PaymentLink>.Done>().Value;
    }

    private static async Task ShouldBeRefused(string partner, PayableOrder order, string code)
    {
        using var partners = Some.Partners();
        (await partners.Find(partner)!.StartAsync(order, Some.Now, default)).ShouldBeOfType<PartnerAnswer<PaymentLink>.Refused>().Code.ShouldBe(code);
    }
}
