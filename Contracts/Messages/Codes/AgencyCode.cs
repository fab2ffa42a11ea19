using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DichVuCong.Contracts;

/// <summary>
/// An agency's identifier (mã định danh), in the form of Decision 20/2020 (<c>H29.1</c>) or the older one of QCVN 102
/// (<c>000.00.01.H22</c>). Both live side by side: codes are compared through the table of agencies, never by taking the text apart.
/// </summary>
[JsonConverter(typeof(TextConverter<AgencyCode>))]
public readonly partial record struct AgencyCode : IText<AgencyCode>
{
    private readonly string? _value;

    private AgencyCode(string value) => _value = value;

    /// <summary>The code.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes a code of a text.</summary>
    /// <exception cref="FormatException">The text is no agency code.</exception>
    public static AgencyCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an agency code such as H29.1 or 000.00.01.H22.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out AgencyCode value)
    {
        value = text is { Length: <= 40 } && Pattern().IsMatch(text) ? new AgencyCode(text) : default;
        return value._value is not null;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9A-Z]{1,5}(\.[0-9A-Z]{1,5}){0,6}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
