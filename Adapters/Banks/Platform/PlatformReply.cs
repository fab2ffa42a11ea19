using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>
/// A reply of the contract as it is read: the direct form, or taken out of the proxy's. A refusal of the proxy may hold plain words in place
/// of the document.
/// </summary>
/// <param name="Code">MaLoi, or where there is none the proxy's error_code.</param>
/// <param name="Fields">The document; the envelope itself when the message is none.</param>
internal sealed record PlatformReply(string Code, PartnerObject Fields)
{
    private const int MaxCode = 10;

    /// <summary>Reads a reply; null when it is none.</summary>
    public static PlatformReply? Of(PartnerObject json)
    {
        var document = json.Object("message") ?? json;
        var code = document.Text(PlatformNames.MaLoi) ?? Padded(json.Text("error_code"));
        return code is { Length: > 0 and <= MaxCode } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? new PlatformReply(code, document)
            : null;
    }

    // The proxy says 0 where the platform says 00.
    private static string? Padded(string? errorCode) => errorCode == "0" ? PlatformResults.Success : errorCode;
}
