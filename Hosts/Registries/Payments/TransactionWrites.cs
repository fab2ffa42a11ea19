using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// The statements that keep what partners told. A partner's number is under a rule shared between orders: the rows of all lanes are written in
/// the order of that number, so two lanes may wait for each other's commit but never for each other in a circle.
/// </summary>
internal static class TransactionWrites
{
    // What was kept without a number gets the one that the partner named since. When another order has the number, the row without one goes
    // all the same: what follows puts the payment among the claims.
    private const string Unnumber =
        """
        delete from payment.transaction t using unnest($1, $2) v(reference, partner)
        where t.reference = v.reference and t.partner = v.partner and t.transaction_no = ''
        """;

    private const string Upsert =
        """
        insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8) u
        on conflict (partner, transaction_no) where transaction_no <> '' do update
          set result = excluded.result, amount = excluded.amount, paid_at = excluded.paid_at, day = excluded.day, kept_at = now()
          where payment.transaction.reference = excluded.reference
        """;

    private const string UpsertUnnumbered =
        """
        insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
        select u.reference, u.partner, '', u.result, u.amount, u.paid_at, u.day, u.source
        from unnest($1, $2, $3, $4, $5, $6, $7) u(reference, partner, result, amount, paid_at, day, source)
        on conflict (reference, partner, transaction_no) do update
          set result = excluded.result, amount = excluded.amount, paid_at = excluded.paid_at, day = excluded.day, kept_at = now()
        """;

    private const string Claim =
        """
        insert into payment.transaction_claim (reference, partner, transaction_no, result, amount, paid_at, day, source)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8) u(reference, partner, transaction_no, result, amount, paid_at, day, source)
        join payment.transaction t on t.partner = u.partner and t.transaction_no = u.transaction_no and t.transaction_no <> ''
        where t.reference <> u.reference
        on conflict (reference, partner, transaction_no) do update
          set result = excluded.result, amount = excluded.amount, paid_at = excluded.paid_at, day = excluded.day
        """;

    public static void Keep(NpgsqlBatch batch, List<Recorded<KeepTransaction>> kept)
    {
        if (kept.Count == 0) return;
        // A payment told without its number and with it in one batch: only the numbered row stands.
        var named = kept.Where(row => row.Body.Numbers).Select(row => UnnumberedKey(row.Body)).ToHashSet(StringComparer.Ordinal);
        var unnumbered = PaymentRecorder.LastOf(
            [.. kept.Where(row => row.Body.TransactionNo.Length == 0 && !named.Contains(UnnumberedKey(row.Body)))], UnnumberedKey);
        var numbered = PaymentRecorder.LastOf(
            [.. kept.Where(row => row.Body.TransactionNo.Length > 0)], row => $"{row.Partner}\n{row.TransactionNo}\n{row.Reference}");
        Drop(batch, PaymentRecorder.LastOf([.. kept.Where(row => row.Body.Numbers)], UnnumberedKey));
        Numbered(batch, numbered);
        Unnumbered(batch, unnumbered);
    }

    private static string UnnumberedKey(KeepTransaction row) => $"{row.Reference}\n{row.Partner}";

    private static void Drop(NpgsqlBatch batch, List<Recorded<KeepTransaction>> rows)
    {
        if (rows.Count == 0) return;
        batch.Append(Unnumber).Column(rows, row => row.Body.Reference.Value).Column(rows, row => row.Body.Partner);
    }

    private static void Numbered(NpgsqlBatch batch, List<Recorded<KeepTransaction>> rows)
    {
        if (rows.Count == 0) return;
        // One number of two orders in a batch: a statement may touch a row once, so the second goes to the claims alone.
        var first = rows.DistinctBy(row => (row.Body.Partner, row.Body.TransactionNo)).ToList();
        Columns(batch.Append(Upsert), first);
        // The number may stand for another order since long, which this batch cannot know: whatever was not taken is claimed.
        Columns(batch.Append(Claim), rows);
    }

    private static void Columns(NpgsqlBatchCommand command, List<Recorded<KeepTransaction>> rows) => command
        .Column(rows, row => row.Body.Reference.Value)
        .Column(rows, row => row.Body.Partner)
        .Column(rows, row => row.Body.TransactionNo)
        .Column(rows, row => (short)row.Body.Result)
        .Column(rows, row => row.Body.Amount.Amount)
        .Column(rows, row => row.Body.PaidAt.UtcDateTime)
        .Column(rows, row => row.Body.Day)
        .Column(rows, row => (short)row.Body.Source);

    private static void Unnumbered(NpgsqlBatch batch, List<Recorded<KeepTransaction>> rows)
    {
        if (rows.Count == 0) return;
        batch.Append(UpsertUnnumbered)
            .Column(rows, row => row.Body.Reference.Value)
            .Column(rows, row => row.Body.Partner)
            .Column(rows, row => (short)row.Body.Result)
            .Column(rows, row => row.Body.Amount.Amount)
            .Column(rows, row => row.Body.PaidAt.UtcDateTime)
            .Column(rows, row => row.Body.Day)
            .Column(rows, row => (short)row.Body.Source);
    }
}
