using DichVuCong.Contracts.Parcels;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>Entries of the parcels registry: what the public post carries for a dossier, and what it says of it.</summary>
internal static class ParcelEntries
{
    /// <summary>The orders of a parcel are found by the dossier's code, which every number of theirs begins with.</summary>
    public const string Moments =
        """
        with p as materialized (select p.parcel from parcel.parcel p where p.dossier = $1)
        select s.at, s.parcel, s.step, null, null::smallint, s.by_account, s.said from p join parcel.step s on s.parcel = p.parcel
        union all
        select e.at, e.order_number, null, e.code, e.state, e.office, e.said from parcel.event e
        where exists (select from p) and e.order_number >= $1 and e.order_number < $1 || '.' and (e.order_number = $1 or e.order_number like $1 || '-%')
        """;

    public static TimelineEntry Moment(NpgsqlDataReader reader)
    {
        var step = reader.IsDBNull(2) ? (ParcelStep?)null : (ParcelStep)reader.GetInt16(2);
        var state = reader.IsDBNull(4) ? (ParcelState?)null : (ParcelState)reader.GetInt16(4);
        return new TimelineEntry
        {
            At = reader.GetFieldValue<DateTimeOffset>(0),
            Kind = TimelineKind.Parcel,
            What = step is null ? "parcel-event" : $"parcel:{step}",
            Reference = reader.GetString(1),
            Outcome = step is not null ? null : state is null ? "parcel-code-unknown" : $"parcel-state:{state}",
            Where = reader.IsDBNull(5) || reader.GetString(5).Length == 0 ? null : reader.GetString(5),
            Detail = reader.IsDBNull(6) ? CodeOf(reader) : reader.GetString(6),
        };
    }

    private static string? CodeOf(NpgsqlDataReader reader) => reader.IsDBNull(3) ? null : reader.GetString(3);
}
