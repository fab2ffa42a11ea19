using System.Text.RegularExpressions;

namespace DichVuCong.Registries.Operations;

/// <summary>
/// What people wrote, and what partners and adapters gave as a reason. It should hold no personal data; what looks like some is masked wherever it is
/// shown.
/// </summary>
public static partial class MaskedText
{
    /// <summary>The text without what looks like a personal number, a phone or an address of a person.</summary>
    public static string Of(string text) => Telling().Replace(text, match => match.Value.Contains('@', StringComparison.Ordinal)
        ? "***@***"
        : new string('*', match.Length - 3) + match.Value[^3..]);

    // Nine or twelve digits are an identity paper's number, ten or eleven a phone. A bank's number may look the same: it is masked here too, and
    // stands in clear where it belongs. The number at the end of a dossier's code is none of them.
    [GeneratedRegex(@"(?<!\w)(?<!-\d{6}-)(\+?\d{9,12}|[\w.+-]+@[\w-]+(\.[\w-]+)+)(?!\w)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Telling();
}
