namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>The codes of the providers that we speak with.</summary>
public static class SmsProviders
{
    /// <summary>Viettel's bulk SMS: SOAP.</summary>
    public const string Viettel = "viettel";

    /// <summary>VNPT's brandname: JSON with the parameters of registered templates.</summary>
    public const string Vnpt = "vnpt";

    /// <summary>FPT's brandname: JSON with OAuth 2.0 and the text in base64.</summary>
    public const string Fpt = "fpt";

    /// <summary>eSMS.vn: JSON, with delivery reports by callback.</summary>
    public const string Esms = "esms";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Viettel, Vnpt, Fpt, Esms];
}
