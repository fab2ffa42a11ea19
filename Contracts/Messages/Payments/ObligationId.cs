using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Payments;

/// <summary>
/// The identity of a financial obligation: the system that stated it, a slash, and the system's own id (<c>H29/2026-000123</c>; for INIT the
/// MaDoiTac and the MaThamChieu). At most 120 letters, digits and <c>. _ : / -</c>; nobody else can state it under the same identity.
/// </summary>
[JsonConverter(typeof(TextConverter<ObligationId>))]
public readonly record struct ObligationId : IText<ObligationId>
{
    private const int Longest = 120;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-");
    private readonly string? _value;

    private ObligationId(string value) => _value = value;

    /// <summary>The identity.</summary>
    public string Value => _value ?? "";

    /// <summary>Puts an identity together.</summary>
    /// <exception cref="FormatException">One of the parts is empty or has a character that is not allowed.</exception>
    public static ObligationId Of(string system, string id) => Parse($"{system}/{id}");

    /// <summary>Makes an identity of a text.</summary>
    /// <exception cref="FormatException">The text is no obligation's identity.</exception>
    public static ObligationId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not an obligation's identity such as H29/2026-000123.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, out ObligationId value)
    {
        value = default;
        if (text is not { Length: <= Longest } || text.AsSpan().ContainsAnyExcept(Allowed)) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 1 || slash == text.Length - 1) return false;
        value = new ObligationId(text);
        return true;
    }

    /// <inheritdoc/>
    public string ToWire() => Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
