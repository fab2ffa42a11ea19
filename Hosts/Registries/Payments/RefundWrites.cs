using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>The statements of refunds, of requests for them, and of receipts.</summary>
internal static class RefundWrites
{
    private const string UpsertRefunds =
        """
        insert into payment.refund (reference, number, partner, transaction_no, amount, cause, state, decision, reason, since)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) u
        on conflict (reference, number) do update
          set transaction_no = excluded.transaction_no, state = excluded.state, reason = excluded.reason, since = excluded.since, updated_at = now()
        """;

    private const string UpsertReceipts =
        """
        insert into payment.receipt (reference, series, number, issued_on, url) select u.* from unnest($1, $2, $3, $4, $5) u
        on conflict (reference) do update
          set series = excluded.series, number = excluded.number, issued_on = excluded.issued_on, url = excluded.url, kept_at = now()
        """;

    private const string InsertRequests =
        """
        insert into payment.refund_request (reference, partner, transaction_no, amount, agency, reason, asked_at)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7) u
        on conflict do nothing
        """;

    public static void Refunds(NpgsqlBatch batch, List<Recorded<KeepRefund>> kept)
    {
        if (kept.Count == 0) return;
        var rows = PaymentRecorder.LastOf(kept, row => (row.Reference.Value, row.Number), Comparer<(string, int)>.Create(Compare));
        batch.Append(UpsertRefunds)
            .Column(rows, row => row.Body.Reference.Value)
            .Column(rows, row => row.Body.Number)
            .Column(rows, row => row.Body.Partner)
            .Column(rows, row => row.Body.TransactionNo)
            .Column(rows, row => row.Body.Amount.Amount)
            .Column(rows, row => (short)row.Body.Cause)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.DecisionNumber)
            .Column(rows, row => row.Body.Reason)
            .Column(rows, row => row.Body.At.UtcDateTime);
    }

    public static void Receipts(NpgsqlBatch batch, List<Recorded<KeepReceiptRow>> kept)
    {
        if (kept.Count == 0) return;
        var rows = PaymentRecorder.LastOf(kept, row => row.Reference.Value);
        batch.Append(UpsertReceipts)
            .Column(rows, row => row.Body.Reference.Value)
            .Column(rows, row => row.Body.Series)
            .Column(rows, row => row.Body.Number)
            .Column(rows, row => row.Body.IssuedOn)
            .Column(rows, row => row.Body.Url);
    }

    public static void Requests(NpgsqlBatch batch, List<Recorded<RefundAsked>> asked)
    {
        if (asked.Count == 0) return;
        var rows = PaymentRecorder.LastOf(asked, row => $"{row.Reference}\n{row.Partner}\n{row.TransactionNo}\n{row.Amount.ToWire()}");
        batch.Append(InsertRequests)
            .Column(rows, row => row.Body.Reference.Value)
            .Column(rows, row => row.Body.Partner)
            .Column(rows, row => row.Body.TransactionNo)
            .Column(rows, row => row.Body.Amount.Amount)
            .Column(rows, row => row.Body.Agency.Value)
            .Column(rows, row => row.Body.Reason)
            .Column(rows, row => row.Envelope.At.UtcDateTime);
    }

    private static int Compare((string Reference, int Number) left, (string Reference, int Number) right)
    {
        var order = string.CompareOrdinal(left.Reference, right.Reference);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }
}
