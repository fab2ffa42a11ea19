using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DichVuCong.Contracts;

/// <summary>
/// A dossier's code (mã hồ sơ): agency, day of receipt, sequence (<c>H29.101-261121-5000001</c>; Circular 01/2018/TT-VPCP art. 19). Ours
/// have at least five digits of sequence; codes that agencies issued themselves are taken as they are.
/// </summary>
[JsonConverter(typeof(TextConverter<DossierCode>))]
public readonly partial record struct DossierCode : IText<DossierCode>
{
    private readonly string? _value;

    private DossierCode(string value) => _value = value;

    /// <summary>The code.</summary>
    public string Value => _value ?? "";

    /// <summary>Puts a code together.</summary>
    /// <param name="agency">The agency that the code is issued for.</param>
    /// <param name="day">The day of receipt in Asia/Ho_Chi_Minh.</param>
    /// <param name="sequence">The number of that agency and day.</param>
    public static DossierCode Of(AgencyCode agency, DateOnly day, long sequence) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{agency.Value}-{day:yyMMdd}-{sequence:D5}"));

    /// <summary>Makes a code of a text.</summary>
    /// <exception cref="FormatException">The text is no dossier code.</exception>
    public static DossierCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("Not a dossier code such as H29-261121-5000001.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out DossierCode value)
    {
        value = text is { Length: <= 50 } && Pattern().IsMatch(text) ? new DossierCode(text) : default;
        return value._value is not null;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9A-Z]{1,5}(\.[0-9A-Z]{1,5}){0,6}-[0-9]{6}([0-9]{2})?-[0-9]{4,10}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
