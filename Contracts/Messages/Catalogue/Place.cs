using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>A place by its statistical codes: a province, or a commune of it.</summary>
/// <param name="Province">The province's code, two digits.</param>
/// <param name="Commune">The commune's code, five digits; null for the province as a whole.</param>
public sealed record Place(string Province, string? Commune = null)
{
    /// <inheritdoc/>
    public override string ToString() => Commune is null ? Province : $"{Province}/{Commune}";
}

/// <summary>A province in force since 1 July 2025.</summary>
/// <param name="Code">The statistical code, two digits.</param>
/// <param name="Name">The name with its kind: <c>Tỉnh Tuyên Quang</c>.</param>
public sealed record Province(string Code, string Name);

/// <summary>A commune, ward or special zone in force since 1 July 2025.</summary>
/// <param name="Code">The statistical code, five digits.</param>
/// <param name="Name">The name with its kind: <c>Phường Ba Đình</c>.</param>
/// <param name="Province">The code of its province.</param>
public sealed record Commune(string Code, string Name, string Province);

/// <summary>A code of a place from before the mergers of 2025, and the code that its territory has now.</summary>
/// <param name="Kind">What the codes are of.</param>
/// <param name="OldCode">The code that is no longer in force.</param>
/// <param name="NewCode">The code in force.</param>
/// <param name="OldName">The name it had.</param>
/// <param name="Source">Where the row comes from.</param>
public sealed record PlaceAlias(PlaceKind Kind, string OldCode, string NewCode, string OldName, string Source);

/// <summary>The kinds of place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaceKind>))]
public enum PlaceKind : byte
{
    /// <summary>A province.</summary>
    [JsonStringEnumMemberName("province")]
    Province = 1,

    /// <summary>A commune.</summary>
    [JsonStringEnumMemberName("commune")]
    Commune = 2,
}
