using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.VNPost.Places;

/// <summary>A point at which the post comes and goes for an agency. It belongs to an agency, so it is no personal data.</summary>
internal sealed record PostPoint(string Name, string Phone, string? Email, Place Place, string Address);

/// <summary>The agencies' points by a table with validity; a unit without one has that of the body above it.</summary>
internal sealed class PostPoints
{
    private const string Shipped = "points.csv";

    private readonly ILookup<string, (Validity Validity, PostPoint Point)> _rows;

    private PostPoints(IEnumerable<(string Agency, Validity Validity, PostPoint Point)> rows) => _rows = rows.ToLookup(row => row.Agency, row => (row.Validity, row.Point));

    /// <summary>Reads the table.</summary>
    /// <exception cref="VnPostTableException">It cannot be used.</exception>
    public static PostPoints Read(string? file)
    {
        var rows = TableFile.Read(file, Shipped, "agency", "name", "phone", "email", "province_code", "commune_code", "address", "valid_from", "valid_to");
        return new PostPoints(rows.Select(row => (
            Required(row, "agency"),
            new Validity(TableFile.Day(Shipped, row["valid_from"]), TableFile.Day(Shipped, row["valid_to"])),
            new PostPoint(
                Required(row, "name"), Required(row, "phone"), row["email"].Length == 0 ? null : row["email"],
                new Place(Required(row, "province_code"), row["commune_code"].Length == 0 ? null : row["commune_code"]), Required(row, "address")))));
    }

    /// <summary>The point of an agency on a day; null when neither it nor a body above it has one.</summary>
    public PostPoint? Find(AgencyCode agency, DateOnly day)
    {
        foreach (var code in AgencyLadder.Of(agency))
        {
            foreach (var (validity, point) in _rows[code])
            {
                if (validity.Includes(day)) return point;
            }
        }

        return null;
    }

    private static string Required(IReadOnlyDictionary<string, string> row, string column) =>
        row[column] is { Length: > 0 } text ? text : throw new VnPostTableException($"{Shipped}: a row has no {column}.");
}
