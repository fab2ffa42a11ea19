using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts;

/// <summary>House number, street and hamlet of a person: what stands before the commune in an address. Personal data: never shown.</summary>
[JsonConverter(typeof(TextConverter<PostalAddress>))]
public sealed record PostalAddress : IText<PostalAddress>
{
    /// <summary>The longest that is taken.</summary>
    public const int MaxLength = 300;

    private readonly string _value;

    private PostalAddress(string value) => _value = value;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out PostalAddress value)
    {
        var trimmed = text?.Trim();
        value = trimmed is { Length: > 0 and <= MaxLength } && !trimmed.Any(char.IsControl) ? new PostalAddress(trimmed) : null;
        return value is not null;
    }

    /// <summary>The open address, for a partner's body only.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public string ToWire() => _value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
