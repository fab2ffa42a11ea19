using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.Vnpay;

internal sealed class When_making_a_pay_url
{
    // external-parties.md A1, the whole vector.
    private const string Expected =
        "https://sandbox.example.test/paymentv2/vpcpay.html?vnp_Amount=15000000&vnp_Command=pay&vnp_CreateDate=20250701080000&vnp_CurrCode=VND"
        + "&vnp_ExpireDate=20250701081500&vnp_IpAddr=127.0.0.1&vnp_Locale=vn&vnp_OrderInfo=Nop+le+phi+ho+so+H29.1-250701-0001&vnp_OrderType=other"
        + "&vnp_ReturnUrl=https%3A%2F%2Fexample.test%2Freturn%3Fa%3D1&vnp_TmnCode=TESTTMN1&vnp_TxnRef=TT250701000001&vnp_Version=2.1.0"
        + "&vnp_SecureHash=15561d11cfd22dfe804394e143173cbbd039e2c8aaf65de146e992d11811e24bc99a18e74796b84617df6c6d724cbd0c7e5e00c8d619bfce73a4e588f540b5d6";

    [Test]
    public void Should_make_the_documents_vector_byte_for_byte() => new VnpayPayUrl(Sample.Settings).Of(Sample.Order).OriginalString.ShouldBe(Expected);

    [Test]
    public void Should_leave_the_address_as_it_was_signed() => new VnpayPayUrl(Sample.Settings).Of(Sample.Order).AbsoluteUri.ShouldBe(Expected);

    [Test]
    public void Should_send_a_bank_only_when_one_was_chosen()
    {
        Expected.ShouldNotContain("vnp_BankCode");
        new VnpayPayUrl(Sample.Settings).Of(Sample.Order with { BankCode = "NCB" }).OriginalString.ShouldContain("vnp_Amount=15000000&vnp_BankCode=NCB&vnp_Command=pay");
    }

    [TestCase("Đóng 100% phí & lệ phí (gấp)!", "Dong+100+phi+le+phi+gap")]
    [TestCase("ẤẮỔỮ ýỵđ", "AAOU+yyd")]
    public void Should_take_out_of_the_info_what_vnpay_does_not_take(string info, string expected) =>
        new VnpayPayUrl(Sample.Settings).Of(Sample.Order with { Info = info }).OriginalString.ShouldContain($"&vnp_OrderInfo={expected}&");

    [Test]
    public void Should_sign_with_the_key_that_counts_when_the_order_is_made()
    {
        var urls = new VnpayPayUrl(Sample.Rotating);
        string UrlAt(DateTimeOffset at) => urls.Of(Sample.Order with { CreatedAt = at, ExpiresAt = at.AddMinutes(15) }).OriginalString;
        HashOf(UrlAt(Secrets.Before)).ShouldBe(HashWith("OLD-SECRET", UrlAt(Secrets.Before)));
        HashOf(UrlAt(Secrets.Overlap)).ShouldBe(HashWith("OLD-SECRET", UrlAt(Secrets.Overlap)));
        HashOf(UrlAt(Secrets.After)).ShouldBe(HashWith("NEW-SECRET", UrlAt(Secrets.After)));
        Should.Throw<InvalidOperationException>(() => new VnpayPayUrl(Sample.Settings with
        {
            Secrets = [new() { KeyId = "k", Secret = "s", ValidUntil = Secrets.Before }],
        }).Of(Sample.Order));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(10_000_000_000)]
    public void Should_refuse_an_amount_that_vnpay_cannot_carry(long amount) =>
        Should.Throw<ArgumentException>(() => new VnpayPayUrl(Sample.Settings).Of(Sample.Order with { Amount = new Vnd(amount) }));

    [Test]
    public void Should_refuse_a_reference_or_times_that_cannot_be()
    {
        Should.Throw<ArgumentException>(() => new VnpayPayUrl(Sample.Settings).Of(Sample.Order with { Reference = "a b" }));
        Should.Throw<ArgumentException>(() => new VnpayPayUrl(Sample.Settings).Of(Sample.Order with { ExpiresAt = Sample.Order.CreatedAt }));
    }

    private static string HashOf(string url) => url[(url.LastIndexOf('=') + 1)..];

    private static string HashWith(string secret, string url)
    {
        var canonical = url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..url.IndexOf("&vnp_SecureHash=", StringComparison.Ordinal)];
        return PlainHash.Hex(new SecretKey("k", secret).HmacSha512(canonical));
    }
}
