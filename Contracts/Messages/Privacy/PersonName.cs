using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts;

/// <summary>The name of a person or an organisation. Personal data: shown as its first letters.</summary>
[JsonConverter(typeof(TextConverter<PersonName>))]
public sealed record PersonName : IText<PersonName>
{
    /// <summary>The longest name that a one-stop system takes (ChuHoSo).</summary>
    public const int MaxLength = 500;

    private readonly string _value;

    private PersonName(string value) => _value = value;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out PersonName value)
    {
        var trimmed = text?.Trim();
        value = trimmed is { Length: > 0 and <= MaxLength } && !trimmed.Any(char.IsControl) ? new PersonName(trimmed) : null;
        return value is not null;
    }

    /// <summary>The open name, for a partner's body only.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public string ToWire() => _value;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(' ', _value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0] + "."));
}
