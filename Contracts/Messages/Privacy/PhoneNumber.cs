using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts;

/// <summary>
/// A Vietnamese telephone number in the form that providers take: <c>84</c> and nine digits for a mobile. Numbers of before 15 September
/// 2018 are brought to their new prefix. Personal data: masked wherever it is shown.
/// </summary>
[JsonConverter(typeof(TextConverter<PhoneNumber>))]
public sealed record PhoneNumber : IText<PhoneNumber>
{
    /// <summary>Old 11-digit mobile prefixes, without the leading 0, and what they became on 15 September 2018.</summary>
    private static readonly Dictionary<string, string> NewPrefixes = new(StringComparer.Ordinal)
    {
        ["120"] = "70",
        ["121"] = "79",
        ["122"] = "77",
        ["126"] = "76",
        ["128"] = "78",
        ["123"] = "83",
        ["124"] = "84",
        ["125"] = "85",
        ["127"] = "81",
        ["129"] = "82",
        ["162"] = "32",
        ["163"] = "33",
        ["164"] = "34",
        ["165"] = "35",
        ["166"] = "36",
        ["167"] = "37",
        ["168"] = "38",
        ["169"] = "39",
        ["186"] = "56",
        ["188"] = "58",
        ["199"] = "59",
    };

    private readonly string _value;

    private PhoneNumber(string value) => _value = value;

    /// <summary>Whether the number can take an SMS.</summary>
    public bool IsMobile => _value.Length == 11 && _value[2] is '3' or '5' or '7' or '8' or '9';

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out PhoneNumber value)
    {
        value = null;
        if (text is null or { Length: > 24 }) return false;
        var digits = string.Concat(text.Where(character => character is not (' ' or '.' or '-' or '(' or ')')));
        if (digits.StartsWith('+')) digits = digits[1..];
        if (digits.StartsWith("0084", StringComparison.Ordinal)) digits = digits[2..];
        if (!digits.All(char.IsAsciiDigit)) return false;
        if (digits.StartsWith('0')) digits = "84" + digits[1..];
        if (!digits.StartsWith("84", StringComparison.Ordinal)) return false;
        if (digits.Length == 12 && NewPrefixes.TryGetValue(digits[2..5], out var prefix)) digits = "84" + prefix + digits[5..];
        if (digits.Length is < 10 or > 12) return false;
        value = new PhoneNumber(digits);
        return true;
    }

    /// <summary>The open number, <c>84xxxxxxxxx</c>, for a provider's body only.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public string ToWire() => _value;

    /// <inheritdoc/>
    public override string ToString() => Mask.KeepEnd(_value, 3);
}
