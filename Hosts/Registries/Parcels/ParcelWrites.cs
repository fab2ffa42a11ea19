using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Parcels;

/// <summary>The statements of parcels and of their steps.</summary>
internal static class ParcelWrites
{
    private const string Upsert =
        """
        insert into parcel.parcel
          (parcel, dossier, kind, agency, state, since, order_number, item_code, obstacle, remark, alarms, cash, due, heard_at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) u
        on conflict (parcel) do update
          set agency = excluded.agency, state = excluded.state, since = excluded.since, order_number = excluded.order_number,
            item_code = excluded.item_code, obstacle = excluded.obstacle, remark = excluded.remark, alarms = excluded.alarms, cash = excluded.cash,
            due = excluded.due, heard_at = excluded.heard_at, updated_at = now()
        """;

    private const string InsertSteps =
        """
        insert into parcel.step (parcel, id, step, by_account, said, at) select u.* from unnest($1, $2, $3, $4, $5, $6) u
        on conflict (parcel, id) do nothing
        """;

    public static void Parcels(NpgsqlBatch batch, List<Recorded<UpdateParcelRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Parcel.Value);
        batch.Append(Upsert)
            .Column(rows, row => row.Body.Parcel.Value)
            .Column(rows, row => row.Body.Parcel.Dossier.Value)
            .Column(rows, row => (short)row.Body.Parcel.Kind)
            .Column(rows, row => row.Body.Agency.Value)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Since.UtcDateTime)
            .Column(rows, row => row.Body.Order.Value)
            .Column(rows, row => row.Body.ItemCode)
            .Column(rows, row => (short?)row.Body.Obstacle)
            .Column(rows, row => row.Body.Remark)
            .Column(rows, row => (short)row.Body.Alarms)
            .Column(rows, row => row.Body.Cash.Amount)
            .Column(rows, row => row.Body.Due?.UtcDateTime)
            .Column(rows, row => row.Body.HeardAt?.UtcDateTime);
    }

    public static void Steps(NpgsqlBatch batch, List<Recorded<KeepParcelStep>> steps)
    {
        if (steps.Count == 0) return;
        var rows = steps.OrderBy(row => row.Body.Parcel.Value, StringComparer.Ordinal).ThenBy(row => row.Envelope.Id).ToList();
        batch.Append(InsertSteps)
            .Column(rows, row => row.Body.Parcel.Value)
            .Column(rows, row => row.Envelope.Id)
            .Column(rows, row => (short)row.Body.Step)
            .Column(rows, row => row.Body.By)
            .Column(rows, row => row.Body.Text)
            .Column(rows, row => row.Body.At.UtcDateTime);
    }
}
