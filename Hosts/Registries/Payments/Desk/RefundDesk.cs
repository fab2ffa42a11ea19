using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Payments.Desk;

/// <summary>A refund of some order.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Refund">The refund.</param>
public sealed record RefundOfOrder(PaymentReference Reference, RefundRow Refund);

/// <summary>An agency was asked to decide on a refund, and has not.</summary>
/// <param name="Reference">The order.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Partner">The partner that collected the payment.</param>
/// <param name="TransactionNo">The payment's number.</param>
/// <param name="Amount">How much is asked for.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedAt">Since when.</param>
public sealed record RefundRequestRow(
    PaymentReference Reference, AgencyCode Agency, string Partner, string TransactionNo, Vnd Amount, string Reason, DateTimeOffset AskedAt);

/// <summary>An agency's decision on a refund.</summary>
/// <param name="Decision">What was recorded.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="ApprovedBy">Who approved it; null while nobody has.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="Obstacle">Why the order could not carry it out; null when it could, or has not yet been told.</param>
public sealed record RefundDecisionRow(
    RecordRefundDecision Decision, DateTimeOffset RequestedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt, RefundObstacle? Obstacle);

/// <summary>Lists refunds and what they wait for.</summary>
public sealed class RefundDesk(NpgsqlDataSource database)
{
    private const string Unfinished =
        """
        select r.number, r.partner, r.transaction_no, r.amount, r.cause, r.state, r.decision, r.reason, r.since, r.reference
        from payment.refund r where r.state in (1, 2)
          and ($2::text[] is null or (select o.agency from payment.payment_order o where o.reference = r.reference) = any($2))
        order by r.since, r.reference, r.number limit $1
        """;

    // A decision on the payment that was recorded since answers the request, whatever its amount.
    private const string Requests =
        """
        select q.reference, q.agency, q.partner, q.transaction_no, q.amount, q.reason, q.asked_at
        from payment.refund_request q
        where not exists (
          select from payment.refund_decision d
          where d.reference = q.reference and d.partner = q.partner and d.transaction_no = q.transaction_no and d.requested_at >= q.asked_at)
          and ($2::text[] is null or q.agency = any($2))
        order by q.asked_at, q.reference limit $1
        """;

    private const string Decisions =
        """
        select d.reference, d.agency, d.partner, d.transaction_no, d.amount, d.number, d.decided_on, d.route, d.reason, d.requested_by, d.requested_at,
          d.approved_by, d.approved_at, d.obstacle
        from payment.refund_decision d
        """;

    private const string Unapproved =
        $"{Decisions} where d.approved_by is null and ($2::text[] is null or d.agency = any($2)) order by d.requested_at, d.reference limit $1";

    private const string OfOrder = $"{Decisions} where d.reference = $1 order by d.requested_at, d.number";

    /// <summary>Refunds that partners have not ended, the longest waiting first; of these agencies, or of all.</summary>
    public Task<List<RefundOfOrder>> UnfinishedAsync(int limit, IReadOnlyList<string>? agencies, CancellationToken cancellationToken) =>
        ReadAsync(Unfinished, limit, agencies, row => new RefundOfOrder(PaymentReference.Parse(row.GetString(9)), OrderLookup.ReadRefund(row)), cancellationToken);

    /// <summary>Requests that wait for the agency's decision, the longest waiting first; of these agencies, or of all.</summary>
    public Task<List<RefundRequestRow>> RequestsAsync(int limit, IReadOnlyList<string>? agencies, CancellationToken cancellationToken) => ReadAsync(
        Requests, limit, agencies,
        row => new RefundRequestRow(
            PaymentReference.Parse(row.GetString(0)), AgencyCode.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), new Vnd(row.GetInt64(4)),
            row.GetString(5), row.GetFieldValue<DateTimeOffset>(6)),
        cancellationToken);

    /// <summary>Decisions that wait for the second person, the longest waiting first; of these agencies, or of all.</summary>
    public Task<List<RefundDecisionRow>> UnapprovedAsync(int limit, IReadOnlyList<string>? agencies, CancellationToken cancellationToken) =>
        ReadAsync(Unapproved, limit, agencies, ReadDecision, cancellationToken);

    /// <summary>The decisions on an order's refunds, the earliest first.</summary>
    public Task<List<RefundDecisionRow>> OfAsync(PaymentReference reference, CancellationToken cancellationToken) =>
        ReadAsync(batch => batch.Append(OfOrder).With(reference.Value), ReadDecision, cancellationToken);

    private static RefundDecisionRow ReadDecision(NpgsqlDataReader row) => new(
        new RecordRefundDecision(
            PaymentReference.Parse(row.GetString(0)), AgencyCode.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), new Vnd(row.GetInt64(4)),
            row.GetString(5), row.GetFieldValue<DateOnly>(6), (RefundRoute)row.GetInt16(7), row.GetString(8), row.GetString(9)),
        row.GetFieldValue<DateTimeOffset>(10), row.TextOrNull(11), row.TimeOrNull(12), row.IsDBNull(13) ? null : (RefundObstacle)row.GetInt16(13));

    private Task<List<T>> ReadAsync<T>(
        string sql, int limit, IReadOnlyList<string>? agencies, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) => ReadAsync(
        batch =>
        {
            var command = batch.Append(sql).With(limit);
            command.Parameters.Add(new NpgsqlParameter
            {
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
                Value = agencies?.ToArray() ?? (object)DBNull.Value,
            });
        },
        read, cancellationToken);

    private async Task<List<T>> ReadAsync<T>(Action<NpgsqlBatch> ask, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        ask(batch);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(read, cancellationToken);
    }
}
