using System.Text.Json;
using System.Text.Json.Serialization;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// What of a statement is, or may be, about persons: the payer, and a ministry's own words, which may name anybody. It is what the door gives
/// as <see cref="RegisterObligation.Payer"/> and <see cref="ObligationLookup.PayerAsync"/> opens again. It never shows itself.
/// </summary>
public sealed record ObligationWords
{
    /// <summary>The payer's name; null when it was not said.</summary>
    public string? FullName { get; init; }

    /// <summary>The payer's personal number or tax code; null when it was not said.</summary>
    public string? PersonalId { get; init; }

    /// <summary>The payer's address; null when it was not said.</summary>
    public string? Address { get; init; }

    /// <summary>ThongTinGiaoDich, what is paid for; null unless it was stated by INIT.</summary>
    public string? Description { get; init; }

    /// <summary>MaNganHang; null unless it was stated by INIT.</summary>
    public string? Bank { get; init; }

    /// <summary>The bytes to be sealed; null when nothing was said.</summary>
    public byte[]? Write() => this == new ObligationWords() ? null : JsonSerializer.SerializeToUtf8Bytes(this, ObligationWordsJson.Default.ObligationWords);

    /// <summary>Reads what was opened; nothing said for null.</summary>
    /// <exception cref="JsonException">The bytes were not written by <see cref="Write"/>.</exception>
    public static ObligationWords Read(byte[]? opened) =>
        (opened is null ? null : JsonSerializer.Deserialize(opened, ObligationWordsJson.Default.ObligationWords)) ?? new ObligationWords();

    /// <inheritdoc/>
    public override string ToString() => nameof(ObligationWords);
}

/// <summary>How the words are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ObligationWords))]
internal sealed partial class ObligationWordsJson : JsonSerializerContext;
