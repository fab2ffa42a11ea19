using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DichVuCong.Contracts;

/// <summary>
/// The number by which a person or an organisation is identified: the 12-digit personal number, the old 9-digit one, or a tax code of 10
/// or 13 digits. Personal data: masked wherever it is shown, open only through <see cref="Reveal"/>.
/// </summary>
[JsonConverter(typeof(TextConverter<PersonalId>))]
public sealed partial record PersonalId : IText<PersonalId>
{
    private readonly string _value;

    private PersonalId(string value) => _value = value;

    /// <summary>Whether this is a 12-digit personal number (Decree 137/2015 art. 13).</summary>
    public bool IsPersonalNumber => _value.Length == 12;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out PersonalId value)
    {
        var trimmed = text?.Trim();
        value = trimmed is not null && Pattern().IsMatch(trimmed) ? new PersonalId(trimmed.Replace("-", "", StringComparison.Ordinal)) : null;
        return value is not null;
    }

    /// <summary>The open number, for a partner's body only.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public string ToWire() => _value;

    /// <inheritdoc/>
    public override string ToString() => Mask.KeepEnd(_value, 3);

    [GeneratedRegex(@"^(\d{9}|\d{10}|\d{12}|\d{10}-?\d{3})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
