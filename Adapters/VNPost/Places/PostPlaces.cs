using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.VNPost.Places;

/// <summary>VNPost's own codes of a place.</summary>
/// <param name="Province">The province, as in SenderProvince.</param>
/// <param name="District">The district; null where none is sent, as since the districts are gone (1 July 2025).</param>
internal sealed record PostPlace(int Province, int? District);

/// <summary>
/// From our codes of places to VNPost's, by a table with validity: since the mergers of 2025 the same code may be another province. A place
/// without a row on the day has no code, and none is guessed.
/// </summary>
internal sealed class PostPlaces
{
    private const string Shipped = "places.csv";
    private const string Any = "*";

    private readonly ILookup<(string Province, string Commune), (Validity Validity, PostPlace Place)> _rows;

    private PostPlaces(IEnumerable<(string Province, string Commune, Validity Validity, PostPlace Place)> rows) =>
        _rows = rows.ToLookup(row => (row.Province, row.Commune), row => (row.Validity, row.Place));

    /// <summary>Reads the table.</summary>
    /// <exception cref="VnPostTableException">It cannot be used.</exception>
    public static PostPlaces Read(string? file)
    {
        var rows = TableFile.Read(file, Shipped, "province_code", "commune_code", "vnpost_province", "vnpost_district", "valid_from", "valid_to");
        return new PostPlaces(rows.Select(row => (
            row["province_code"],
            row["commune_code"],
            new Validity(TableFile.Day(Shipped, row["valid_from"]), TableFile.Day(Shipped, row["valid_to"])),
            new PostPlace(
                TableFile.Number(Shipped, row["vnpost_province"]) ?? throw new VnPostTableException($"{Shipped}: {row["province_code"]} has no vnpost_province."),
                TableFile.Number(Shipped, row["vnpost_district"])))));
    }

    /// <summary>The codes of a place on a day: the commune's own row before the province's; null when there is none.</summary>
    public PostPlace? Find(Place place, DateOnly day) =>
        (place.Commune is { } commune ? On(place.Province, commune, day) : null) ?? On(place.Province, Any, day);

    private PostPlace? On(string province, string commune, DateOnly day)
    {
        foreach (var (validity, found) in _rows[(province, commune)])
        {
            if (validity.Includes(day)) return found;
        }

        return null;
    }
}
