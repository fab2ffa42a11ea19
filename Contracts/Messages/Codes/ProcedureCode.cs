using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DichVuCong.Contracts;

/// <summary>
/// A procedure's national code (mã TTHC, <c>1.001193</c>). Agencies also send it with a suffix of their own
/// (<c>3.000181.000.00.00.H22</c>): <see cref="National"/> is the part that the catalogue knows.
/// </summary>
[JsonConverter(typeof(TextConverter<ProcedureCode>))]
public readonly partial record struct ProcedureCode : IText<ProcedureCode>
{
    private const int NationalLength = 8;
    private readonly string? _value;

    private ProcedureCode(string value) => _value = value;

    /// <summary>The code as it was given.</summary>
    public string Value => _value ?? "";

    /// <summary>The national code without an agency's suffix.</summary>
    public ProcedureCode National => Value.Length > NationalLength ? new ProcedureCode(Value[..NationalLength]) : this;

    /// <summary>Makes a code of a text.</summary>
    /// <exception cref="FormatException">The text is no procedure code.</exception>
    public static ProcedureCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a procedure code such as 1.001193.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ProcedureCode value)
    {
        value = text is { Length: <= 50 } && Pattern().IsMatch(text) ? new ProcedureCode(text) : default;
        return value._value is not null;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[0-9]\.[0-9]{6}(\.[0-9A-Z]{1,5})*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Pattern();
}
