using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>The statements of the agencies' decisions on refunds: one person records, another approves, and an order may find an obstacle.</summary>
internal static class DecisionWrites
{
    private const string Insert =
        """
        insert into payment.refund_decision
          (agency, number, reference, partner, transaction_no, amount, decided_on, route, reason, requested_by, requested_at)
        select u.*, now() from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) u
        """;

    // The first approval counts; the table itself refuses one by the person who recorded it.
    private const string SetApproved =
        """
        update payment.refund_decision d set approved_by = v.approved_by, approved_at = now(), obstacle = null, refused_at = null
        from unnest($1, $2, $3, $4, $5, $6) v(agency, number, reference, partner, transaction_no, approved_by)
        where d.agency = v.agency and d.number = v.number and d.reference = v.reference and d.partner = v.partner
          and d.transaction_no = v.transaction_no and d.approved_by is null
        """;

    private const string SetObstacle =
        """
        update payment.refund_decision d set obstacle = v.obstacle, refused_at = v.at
        from unnest($1, $2, $3, $4, $5) v(agency, number, reference, obstacle, at)
        where d.agency = v.agency and d.number = v.number and d.reference = v.reference and d.approved_by is not null
        """;

    public static void Record(NpgsqlBatch batch, List<Recorded<RecordRefundDecision>> decisions)
    {
        if (decisions.Count == 0) return;
        var rows = decisions.Select(row => row.Body).OrderBy(row => row.Agency.Value, StringComparer.Ordinal)
            .ThenBy(row => row.DecisionNumber, StringComparer.Ordinal).ThenBy(row => row.Reference.Value, StringComparer.Ordinal).ToList();
        batch.Append(Insert)
            .Column(rows, row => row.Agency.Value)
            .Column(rows, row => row.DecisionNumber)
            .Column(rows, row => row.Reference.Value)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.TransactionNo)
            .Column(rows, row => row.Amount.Amount)
            .Column(rows, row => row.DecisionDate)
            .Column(rows, row => (short)row.Route)
            .Column(rows, row => row.Reason)
            .Column(rows, row => row.RequestedBy);
    }

    public static void Approve(NpgsqlBatch batch, List<Recorded<ApproveRefundDecision>> approvals)
    {
        if (approvals.Count == 0) return;
        var rows = approvals.Select(row => row.Body).OrderBy(row => row.Agency.Value, StringComparer.Ordinal)
            .ThenBy(row => row.DecisionNumber, StringComparer.Ordinal).ThenBy(row => row.Reference.Value, StringComparer.Ordinal).ToList();
        batch.Append(SetApproved)
            .Column(rows, row => row.Agency.Value)
            .Column(rows, row => row.DecisionNumber)
            .Column(rows, row => row.Reference.Value)
            .Column(rows, row => row.Partner)
            .Column(rows, row => row.TransactionNo)
            .Column(rows, row => row.ApprovedBy);
    }

    public static void Refuse(NpgsqlBatch batch, List<Recorded<RefundNotAllowed>> refusals)
    {
        if (refusals.Count == 0) return;
        var rows = PaymentRecorder.LastOf(refusals, row => $"{row.Agency}\n{row.DecisionNumber}\n{row.Reference}");
        batch.Append(SetObstacle)
            .Column(rows, row => row.Body.Agency.Value)
            .Column(rows, row => row.Body.DecisionNumber)
            .Column(rows, row => row.Body.Reference.Value)
            .Column(rows, row => (short)row.Body.Cause)
            .Column(rows, row => row.Envelope.At.UtcDateTime);
    }
}
