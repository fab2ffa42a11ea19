using System.Text.Json;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// The statements of the ledger: entries are added, and nothing else. An entry that is told again is the one that is there; one told again with
/// another content changes nothing, and what was told is kept beside the ledger, where the check finds it.
/// </summary>
internal static class LedgerWrites
{
    private const string Insert =
        """
        insert into payment.ledger_entry (reference, entry, kind, from_account, to_account, amount, partner, day, transaction_no, payment, booked_at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) u
        on conflict (reference, entry) do nothing
        """;

    private const string Contradict =
        """
        insert into payment.ledger_contradiction (reference, entry, told)
        select u.reference, u.entry, u.told
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          u(reference, entry, kind, from_account, to_account, amount, partner, day, transaction_no, payment, booked_at, told)
        join payment.ledger_entry e on e.reference = u.reference and e.entry = u.entry
        where (e.kind, e.from_account, e.to_account, e.amount, e.partner, e.day, e.transaction_no, e.payment, e.booked_at)
          is distinct from (u.kind, u.from_account, u.to_account, u.amount, u.partner, u.day, u.transaction_no, u.payment, u.booked_at)
        on conflict do nothing
        """;

    public static void Post(NpgsqlBatch batch, List<Recorded<PostLedgerEntry>> entries)
    {
        if (entries.Count == 0) return;
        var rows = entries.Select(row => row.Body).Distinct().OrderBy(row => row.Reference.Value, StringComparer.Ordinal).ThenBy(row => row.Entry).ToList();
        Columns(batch.Append(Insert), rows);
        Columns(batch.Append(Contradict), rows).Column(rows, row => JsonSerializer.SerializeToUtf8Bytes(row, PaymentJson.Default.PostLedgerEntry));
    }

    private static NpgsqlBatchCommand Columns(NpgsqlBatchCommand command, List<PostLedgerEntry> rows) => command
        .Column(rows, row => row.Reference.Value)
        .Column(rows, row => row.Entry)
        .Column(rows, row => (short)row.Kind)
        .Column(rows, row => row.From)
        .Column(rows, row => row.To)
        .Column(rows, row => row.Amount.Amount)
        .Column(rows, row => row.Partner)
        .Column(rows, row => row.Day)
        .Column(rows, row => row.TransactionNo)
        .Column(rows, row => row.Transaction)
        .Column(rows, row => row.BookedAt.UtcDateTime);
}
