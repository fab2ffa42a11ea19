using System.Buffers;
using DichVuCong.Adapters.Banks.Configuration;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Signatures;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>How VNPAY is reached, version 2.1.0 (<c>external-parties.md</c> A1).</summary>
public sealed record VnpaySettings
{
    private static readonly SearchValues<char> EncodedDifferently = SearchValues.Create("!'()*~");

    /// <summary>The partner's name with us, as in <c>/callbacks/vnpay</c>.</summary>
    public string Partner { get; init; } = "vnpay";

    /// <summary>vnp_TmnCode, our terminal. Required.</summary>
    public string TmnCode { get; init; } = "";

    /// <summary>The hash secrets: one, or two while they are changed. Secrets.</summary>
    public IReadOnlyList<SecretSetting> Secrets { get; init; } = [];

    /// <summary>Where payers are sent. Required.</summary>
    public Uri? PayUrl { get; init; }

    /// <summary>Where querydr and refund go. Required.</summary>
    public Uri? ApiUrl { get; init; }

    /// <summary>Where the payer's browser comes back; never trusted for settlement. Required.</summary>
    public Uri? ReturnUrl { get; init; }

    /// <summary>vnp_Version. Default 2.1.0.</summary>
    public string Version { get; init; } = "2.1.0";

    /// <summary>vnp_OrderType, the kind of goods. Default <c>other</c>.</summary>
    public string OrderType { get; init; } = "other";

    /// <summary>vnp_Locale: vn or en. Default vn.</summary>
    public string Locale { get; init; } = "vn";

    /// <summary>vnp_IpAddr of our own calls. Default 127.0.0.1.</summary>
    public string ServerIp { get; init; } = "127.0.0.1";

    /// <summary>
    /// vnp_TransactionNo of a refund when VNPAY's number is not known: empty by the document; one client library sends 0 (inferred). Default empty.
    /// </summary>
    public string UnknownTransactionNo { get; init; } = "";

    /// <summary>How long one call may take. Default 20 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No secret is in it.</summary>
    /// <param name="isDevelopment">Whether development defaults are taken.</param>
    public IReadOnlyList<string> Validate(bool isDevelopment) =>
    [
        .. SettingRules.Account("TmnCode", TmnCode, isDevelopment),
        .. KeySettingRules.Problems("Secrets", Secrets, isDevelopment),
        .. SettingRules.Address("PayUrl", PayUrl, isDevelopment),
        .. SettingRules.Address("ApiUrl", ApiUrl, isDevelopment),
        .. SettingRules.Address("ReturnUrl", ReturnUrl, isDevelopment),
        .. SettingRules.Positive("Timeout", Timeout),
        .. ReturnUrl?.OriginalString.AsSpan().ContainsAny(EncodedDifferently) == true
            ? new[] { "ReturnUrl must not hold any of !'()*~: languages differ in how they encode them, and the signature would not fit." }
            : [],
        .. Locale is "vn" or "en" ? Array.Empty<string>() : ["Locale is vn or en."],
    ];

    /// <summary>The hash secrets as a ring.</summary>
    public KeyRing<SecretKey> Keys() => new(Secrets.Select(secret => secret.ToKey()));

    /// <summary>The settings of a developer's machine.</summary>
    /// <param name="sandbox">The simulated partner's base address.</param>
    /// <param name="returnUrl">Where the payer comes back.</param>
    public static VnpaySettings Development(Uri sandbox, Uri returnUrl) => new()
    {
        TmnCode = DevelopmentDefaults.VnpayTerminal,
        Secrets = [new SecretSetting { KeyId = "development", Secret = DevelopmentDefaults.VnpaySecret }],
        PayUrl = PartnerAddress.Of(sandbox, "paymentv2/vpcpay.html"),
        ApiUrl = PartnerAddress.Of(sandbox, "merchant_webapi/api/transaction"),
        ReturnUrl = returnUrl,
    };
}
