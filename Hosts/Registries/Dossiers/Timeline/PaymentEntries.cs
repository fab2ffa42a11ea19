using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>Entries of the payments registry: what the dossier's applicant was asked to pay, and what became of the money.</summary>
internal static class PaymentEntries
{
    public const string Orders = $"select {OrderRow.Columns} from {OrderRow.Tables} where b.dossier = $1 order by o.created_at, o.reference";

    /// <summary>Everything hangs on the dossier's obligations, which have an index. kind: which words the state has.</summary>
    public const string Moments =
        """
        with o as materialized (
          select o.reference, o.agency, o.amount, o.state, o.state_since from payment.obligation b join payment.payment_order o on o.obligation = b.id where b.dossier = $1)
        select b.stated_at, 'obligation-stated', b.id, null::smallint, b.amount, b.account, null from payment.obligation b where b.dossier = $1
        union all select o.state_since, 'order-state', o.reference, o.state, o.amount, o.agency, null from o where o.state <> 1
        union all select a.started_at, 'payment-started', a.reference, null, null, a.partner, null from o join payment.attempt a on a.reference = o.reference
        union all select t.paid_at, 'transaction', t.reference, t.result, t.amount, t.partner, t.transaction_no from o join payment.transaction t on t.reference = o.reference
        union all select r.since, 'refund', r.reference, r.state, r.amount, r.partner, r.reason from o join payment.refund r on r.reference = o.reference
        union all select r.kept_at, 'receipt-kept', r.reference, null, null, o.agency, r.series || ' ' || r.number from o join payment.receipt r on r.reference = o.reference
        """;

    public static TimelineEntry Moment(NpgsqlDataReader reader) => new()
    {
        At = reader.GetFieldValue<DateTimeOffset>(0),
        Kind = TimelineKind.Payment,
        What = reader.GetString(1),
        Reference = reader.GetString(2),
        Outcome = reader.IsDBNull(3) ? null : OutcomeOf(reader.GetString(1), reader.GetInt16(3)),
        Amount = reader.IsDBNull(4) ? null : new Vnd(reader.GetInt64(4)),
        Where = reader.IsDBNull(5) ? null : reader.GetString(5),
        Detail = reader.IsDBNull(6) ? null : reader.GetString(6),
    };

    private static string OutcomeOf(string what, short state) => what switch
    {
        "order-state" => $"order:{(OrderState)state}",
        "transaction" => $"transaction:{(PaymentResult)state}",
        _ => $"refund:{(RefundState)state}",
    };
}
