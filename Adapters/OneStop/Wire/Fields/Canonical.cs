using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>Brings a scalar to the one text of its value, kind by kind.</summary>
internal static class Canonical
{
    private const decimal LargestNumber = 1_000_000_000;

    /// <summary>The canonical text, or the rule that the text breaks.</summary>
    public static (string? Text, WireRule? Broken) Of(FieldKind kind, string text) => kind switch
    {
        FieldKind.Text => (text, null),
        FieldKind.Code => (HasControl(text) ? null : text, WireRule.Malformed),
        FieldKind.DossierCode => (DossierCode.TryParse(text, out _) ? text : null, WireRule.MalformedDossierCode),
        FieldKind.ProcedureCode => (ProcedureCode.TryParse(text, out _) ? text : null, WireRule.MalformedProcedureCode),
        FieldKind.Number => (Number(text), WireRule.MalformedNumber),
        FieldKind.Choice => (Digit(text) ?? Number(text) ?? text, null),
        FieldKind.Flag => (Flag(text), WireRule.MalformedFlag),
        FieldKind.Date => (WireDate.Canonical(text), WireRule.MalformedDate),
        FieldKind.Link => (IsLink(text) ? text : null, WireRule.MalformedLink),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of field."),
    };

    /// <summary>A whole number without leading zeros or an empty fraction (<c>02</c>, <c>2.0</c>).</summary>
    public static string? Number(string text) =>
        text.Length == 1 && char.IsAsciiDigit(text[0]) ? text
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number)
        && Math.Abs(number) < LargestNumber
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary><c>True</c> or <c>False</c> of any of their spellings.</summary>
    public static string? Flag(string text) => text switch
    {
        "1" => bool.TrueString,
        "0" => bool.FalseString,
        _ when string.Equals(text, bool.TrueString, StringComparison.OrdinalIgnoreCase) => bool.TrueString,
        _ when string.Equals(text, bool.FalseString, StringComparison.OrdinalIgnoreCase) => bool.FalseString,
        _ => null,
    };

    /// <summary>An enumeration of 0 and 1 that came as a boolean.</summary>
    private static string? Digit(string text) =>
        text.Length > 1 && bool.TryParse(text, out var value) ? (value ? "1" : "0") : null;

    // A relative path is kept (some systems send internal links, pain 11); another scheme would run in the browser of whoever clicks it.
    private static bool IsLink(string text) =>
        !HasControl(text)
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith('/')
            || !text.Contains(':', StringComparison.Ordinal));

    private static bool HasControl(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character)) return true;
        }

        return false;
    }
}
