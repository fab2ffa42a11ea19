using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// The statements that keep accepted callbacks. Their bodies lie with all other raw bodies, which are dropped by day after 90 days: longer than
/// a payer may claim (60 days). The row, with the hash of what was said, stays.
/// </summary>
internal sealed class CallbackWrites(Sealer sealer)
{
    private const string Operation = "payment-callback";

    private const string InsertRows =
        """
        insert into payment.callback (reference, id, partner, identity, content, key_id, receipt_number, outcome, received_at)
        select u.*, now() from unnest($1, $2, $3, $4, $5, $6, $7, $8) u
        """;

    private const string InsertBodies =
        """
        insert into dossier.raw_body (received_at, id, system, operation, outcome, key, sealed)
        select now(), u.id, u.partner, $4, u.outcome, $5, u.sealed from unnest($1, $2, $3, $6) u(id, partner, outcome, sealed)
        """;

    public void Keep(NpgsqlBatch batch, List<Recorded<KeepCallback>> callbacks)
    {
        if (callbacks.Count == 0) return;
        var rows = callbacks.Select(row => row.Body).OrderBy(row => row.Reference.Value, StringComparer.Ordinal).ThenBy(row => row.Id).ToList();
        batch.Append(InsertRows)
            .Column(rows, row => row.Reference.Value)
            .Column(rows, row => row.Id)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.Identity)
            .Column(rows, row => row.Content)
            .Column(rows, row => row.KeyId)
            .Column(rows, row => row.ReceiptNumber)
            .Column(rows, row => row.Outcome);
        batch.Append(InsertBodies)
            .Column(rows, row => row.Id)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.Outcome)
            .With(Operation)
            .With(sealer.CurrentKey)
            .Column(rows, row => sealer.Seal(RawBodyFormat.Pack(row.Body.Span), Places.RawBody(row.Id)));
    }
}
