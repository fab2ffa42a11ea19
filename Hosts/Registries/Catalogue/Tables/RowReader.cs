using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using Npgsql;

namespace DichVuCong.Registries.Catalogue.Tables;

/// <summary>Reads the columns of one row by their names.</summary>
internal readonly struct RowReader(NpgsqlDataReader reader)
{
    public T Value<T>(string column) => reader.GetFieldValue<T>(reader.GetOrdinal(column));

    public T? ValueOrNull<T>(string column)
        where T : struct
    {
        var ordinal = reader.GetOrdinal(column);
        return reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<T>(ordinal);
    }

    public string Text(string column) => Value<string>(column);

    public string? TextOrNull(string column)
    {
        var ordinal = reader.GetOrdinal(column);
        return reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
    }

    public string[]? TextsOrNull(string column)
    {
        var ordinal = reader.GetOrdinal(column);
        return reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<string[]>(ordinal);
    }

    public T Word<T>(string column)
        where T : struct, Enum => EnumWord<T>.Parse(Text(column));

    public T? WordOrNull<T>(string column)
        where T : struct, Enum => TextOrNull(column) is { } word ? EnumWord<T>.Parse(word) : null;

    public AgencyCode Agency(string column) => AgencyCode.Parse(Text(column));

    public AgencyCode? AgencyOrNull(string column) => TextOrNull(column) is { } code ? AgencyCode.Parse(code) : null;

    public ProcedureCode? ProcedureOrNull(string column) => TextOrNull(column) is { } code ? ProcedureCode.Parse(code) : null;

    public Validity Validity() => new(ValueOrNull<DateOnly>("valid_from"), ValueOrNull<DateOnly>("valid_to"));

    public Place? PlaceOrNull() => TextOrNull("province") is { } province ? new Place(province, TextOrNull("commune")) : null;
}
