using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>The statements that bring the rows of obligations and orders up to date.</summary>
internal static class OrderWrites
{
    private const string UpdateObligations =
        """
        update payment.obligation b set state = v.state, state_since = v.since, amount = v.amount, paid = v.paid, updated_at = now()
        from unnest($1, $2, $3, $4, $5) v(id, state, since, amount, paid)
        where b.id = v.id
        """;

    private const string UpdateOrders =
        """
        update payment.payment_order o set
          state = v.state, state_since = v.since, collected = v.collected, refunded = v.refunded, refunding = v.refunding, settled = v.settled,
          partner = v.partner, transaction_no = v.transaction_no, confirmed = v.confirmed, differences = v.differences, updated_at = now()
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          v(reference, state, since, collected, refunded, refunding, settled, partner, transaction_no, confirmed, differences)
        where o.reference = v.reference
        """;

    public static void Obligations(NpgsqlBatch batch, List<Recorded<UpdateObligationRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Obligation.Value);
        batch.Append(UpdateObligations)
            .Column(rows, row => row.Body.Obligation.Value)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Since.UtcDateTime)
            .Column(rows, row => row.Body.Amount.Amount)
            .Column(rows, row => row.Body.Paid.Amount);
    }

    public static void Orders(NpgsqlBatch batch, List<Recorded<UpdateOrderRow>> updates)
    {
        if (updates.Count == 0) return;
        var rows = PaymentRecorder.LastOf(updates, row => row.Reference.Value);
        batch.Append(UpdateOrders)
            .Column(rows, row => row.Body.Reference.Value)
            .Column(rows, row => (short)row.Body.State)
            .Column(rows, row => row.Body.Since.UtcDateTime)
            .Column(rows, row => row.Body.Collected.Amount)
            .Column(rows, row => row.Body.Refunded.Amount)
            .Column(rows, row => row.Body.Refunding.Amount)
            .Column(rows, row => row.Body.Settled.Amount)
            .Column(rows, row => row.Body.Partner)
            .Column(rows, row => row.Body.TransactionNo)
            .Column(rows, row => (short?)row.Body.Confirmed)
            .Column(rows, row => row.Body.Differences);
    }
}
