using System.Globalization;
using System.Text.RegularExpressions;
using DichVuCong.Adapters.OneStop.Wire.Fields;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// An agency's words of refusal, fit for an operator's eyes: cut to 300 characters, and without what identifies the applicant, which systems
/// like to quote. As far as a text allows; it is never logged.
/// </summary>
internal static partial class RefusalText
{
    private const int MaxLength = 300;
    private const string Mask = "***";

    // What follows cannot come within the first 300 characters any more.
    private const int MaxRead = 4000;

    /// <summary>The text of an answer that refuses.</summary>
    public static string Of(CallResult.Answered answered, DossierContent content)
    {
        var text = CleanText.Cut(CleanText.Of(answered.Reply?.Message ?? "").Trim(), MaxRead);
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        if (bar >= 0 && text[..bar].Trim() == content.Dossier.Value) text = text[(bar + 1)..].Trim();
        return text.Length > 0 ? CleanText.Cut(WithoutPersonalData(text, content), MaxLength) : Silent(answered);
    }

    /// <summary>Another text of a system, fit for an operator's eyes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="personal">What identifies the person that it is about.</param>
    public static string Of(string text, IEnumerable<string> personal)
    {
        var clean = CleanText.Cut(CleanText.Of(text).Trim(), MaxRead);
        clean = personal.Where(value => value.Length > 1).Aggregate(clean, Masked);
        return CleanText.Cut(Pattern().Replace(clean, Mask), MaxLength);
    }

    private static string Silent(CallResult.Answered answered) => answered.Reply?.ErrorCode is { } code
        ? string.Create(CultureInfo.InvariantCulture, $"Không nêu lý do (error_code {code}).")
        : string.Create(CultureInfo.InvariantCulture, $"Không nêu lý do (HTTP {answered.Status}).");

    private static string WithoutPersonalData(string text, DossierContent content)
    {
        foreach (var value in PersonalValues(content)) text = Masked(text, value);
        return string.Join(content.Dossier.Value, text.Split(content.Dossier.Value).Select(part => Pattern().Replace(part, Mask)));
    }

    private static IEnumerable<string> PersonalValues(DossierContent content)
    {
        var applicant = content.Applicant;
        var phone = applicant.Phone?.Reveal();
        string?[] values =
        [
            applicant.FullName?.Reveal(), applicant.PersonalId?.Reveal(), applicant.Email?.Reveal(), applicant.PortalAccountId, phone,
            phone is null ? null : "0" + phone[2..],
        ];
        return values.OfType<string>().Where(value => value.Length > 1);
    }

    /// <summary>The text with every occurrence of a value masked, whatever its diacritics and letter case.</summary>
    private static string Masked(string text, string value)
    {
        var plainText = string.Concat(text.Select(PlainLetters.Of));
        var plainValue = string.Concat(value.Select(PlainLetters.Of));
        for (var at = 0; (at = plainText.IndexOf(plainValue, at, StringComparison.Ordinal)) >= 0;)
        {
            text = string.Concat(text.AsSpan(0, at), Mask, text.AsSpan(at + value.Length));
            plainText = string.Concat(plainText.AsSpan(0, at), Mask, plainText.AsSpan(at + value.Length));
            at += Mask.Length;
        }

        return text;
    }

    // Numbers of nine digits and more (identity papers, telephones, accounts), also written with spaces, dots or dashes; mail addresses.
    [GeneratedRegex(@"\+?\d(?:[ .\-]?\d){8,}|[^\s@|,;:<>""'()]{1,100}@[^\s@|,;:<>""'()]{1,100}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
