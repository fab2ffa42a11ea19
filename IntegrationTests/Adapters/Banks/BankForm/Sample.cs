using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Signatures;
using DichVuCong.Banks.Tests.Fakes;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Banks.Tests.BankForm;

internal static class Sample
{
    public static readonly PartnerPayment Payment = new()
    {
        Partner = "vcb",
        OrderReference = "D25070100000000001",
        TransactionNo = "FT1",
        Amount = new Vnd(150_000),
        Result = PaymentResult.Paid,
        Code = "00",
        Bank = "NCB",
        Account = "0123456789",
        PaidAt = new DateTimeOffset(2025, 7, 1, 8, 5, 30, TimeSpan.FromHours(7)),
        KeyId = "bank1",
    };

    /// <summary>The bank's own side: it signs with its key and verifies ours.</summary>
    public static BodySignatures BankSide { get; } = BodySignatures.OfRsa(
        [new RsaVerifyingKey("ours1", Certificates.OurPublic)], [new RsaSigningKey("bank1", Certificates.BankPrivate)]);

    public static BankFormSettings Rsa(Uri? api = null) => new()
    {
        Partner = "vcb",
        ApiUrl = api ?? new Uri("https://api.bank.example.test/v1"),
        Certificates = [new CertificateSetting { KeyId = "bank1", Pem = Certificates.BankPublic }],
        SigningKeys = [new PrivateKeySetting { KeyId = "ours1", Pem = Certificates.OurPrivate }],
    };

    public static CallbackRequest With(this CallbackRequest request, string header, string? value)
    {
        var headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase);
        headers.Remove(header);
        if (value is not null) headers[header] = value;
        return request with { Headers = headers };
    }
}
