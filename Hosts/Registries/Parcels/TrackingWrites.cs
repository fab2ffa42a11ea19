using System.Text;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Parcels;

/// <summary>The statements of the post's events and of the cursors behind which they are read.</summary>
internal sealed class TrackingWrites(Sealer sealer)
{
    private const string InsertEvents =
        """
        insert into parcel.event (id, customer, order_number, at, code, state, said, item_code, office, key, sealed, kept_at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) u
        on conflict (id) do nothing
        """;

    private const string UpsertCursors =
        """
        insert into parcel.tracking (customer, cursor, read_at, events, remark) select u.* from unnest($1, $2, $3, $4, $5) u
        on conflict (customer) do update
          set cursor = excluded.cursor, read_at = excluded.read_at, events = excluded.events, remark = excluded.remark, updated_at = now()
        """;

    public void Events(NpgsqlBatch batch, List<Recorded<KeepTracking>> pages)
    {
        var rows = pages
            .SelectMany(page => page.Body.Events.Select(told => (Told: told, page.Body.Customer, page.Envelope.At)))
            .DistinctBy(row => row.Told.Id).OrderBy(row => row.Told.Id, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        batch.Append(InsertEvents)
            .Column(rows, row => row.Told.Id)
            .Column(rows, row => row.Customer)
            .Column(rows, row => row.Told.OrderNumber)
            .Column(rows, row => row.Told.At.UtcDateTime)
            .Column(rows, row => row.Told.StatusCode)
            .Column(rows, row => (short?)row.Told.State)
            .Column(rows, row => row.Told.Text)
            .Column(rows, row => row.Told.ItemCode)
            .Column(rows, row => row.Told.Office)
            .Column(rows, row => row.Told.Note is null ? null : (short?)sealer.CurrentKey)
            .Column(rows, row => row.Told.Note is { } note ? sealer.Seal(Encoding.UTF8.GetBytes(note), Places.ParcelNote(row.Told.Id)) : null)
            .Column(rows, row => row.At.UtcDateTime);
    }

    public static void Cursors(NpgsqlBatch batch, List<Recorded<UpdateTrackingRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Customer);
        batch.Append(UpsertCursors)
            .Column(rows, row => row.Body.Customer)
            .Column(rows, row => row.Body.Cursor)
            .Column(rows, row => row.Body.ReadAt?.UtcDateTime)
            .Column(rows, row => row.Body.Events)
            .Column(rows, row => row.Body.Remark);
    }
}
