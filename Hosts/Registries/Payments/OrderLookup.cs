using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reading;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments;

/// <summary>Finds orders by their reference: rows many with one query, everything of one order with one round trip.</summary>
public sealed class OrderLookup
{
    private const string Rows = $"select {OrderRow.Columns} from unnest($1) k(reference) join {OrderRow.Tables} on o.reference = k.reference";

    private const string Lines = "select l.kind, l.code, l.name, l.amount from payment.obligation_line l where l.reference = $1 order by l.line";

    private const string Attempts = "select a.partner, a.started_at from payment.attempt a where a.reference = $1 order by a.started_at, a.partner";

    private const string Transactions =
        """
        select t.partner, t.transaction_no, t.result, t.amount, t.paid_at, t.day, t.source, false
        from payment.transaction t where t.reference = $1
        union all
        select c.partner, c.transaction_no, c.result, c.amount, c.paid_at, c.day, c.source, true
        from payment.transaction_claim c where c.reference = $1
        order by 5, 1, 2
        """;

    private const string Refunds =
        """
        select r.number, r.partner, r.transaction_no, r.amount, r.cause, r.state, r.decision, r.reason, r.since
        from payment.refund r where r.reference = $1 order by r.number
        """;

    private const string Receipts = "select r.series, r.number, r.issued_on, r.url from payment.receipt r where r.reference = $1";

    private readonly NpgsqlDataSource _database;
    private readonly Collector<PaymentReference, OrderRow> _collector;

    /// <summary>Creates a look-up.</summary>
    public OrderLookup(NpgsqlDataSource database)
    {
        _database = database;
        _collector = new Collector<PaymentReference, OrderRow>(FindManyAsync);
    }

    /// <summary>Finds one; null when there is none, as for a callback that is quicker than our own record.</summary>
    public Task<OrderRow?> FindAsync(PaymentReference reference, CancellationToken cancellationToken) => _collector.FindAsync(reference, cancellationToken);

    /// <summary>Finds many; those that are missing in the answer are not there.</summary>
    public async Task<IReadOnlyDictionary<PaymentReference, OrderRow>> FindManyAsync(
        IReadOnlyList<PaymentReference> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Rows).Column(references, reference => reference.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return (await reader.AllAsync(OrderRow.Read, cancellationToken)).ToDictionary(row => row.Reference);
    }

    /// <summary>Everything of one order; null when there is none.</summary>
    public async Task<OrderDetails?> ReadAsync(PaymentReference reference, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Rows).With(new[] { reference.Value });
        foreach (var sql in (string[])[Lines, Attempts, Transactions, Refunds, Receipts]) batch.Append(sql).With(reference.Value);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (await reader.AllAsync(OrderRow.Read, cancellationToken) is not [var order]) return null;
        return new OrderDetails(
            order,
            await NextAsync(row => new OrderLine((FeeKind)row.GetInt16(0), row.GetString(1), row.GetString(2), new Vnd(row.GetInt64(3)))),
            await NextAsync(row => new AttemptRow(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1))),
            await NextAsync(ReadTransaction),
            await NextAsync(ReadRefund),
            (await NextAsync(row => new ReceiptRow(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.TextOrNull(3)))).SingleOrDefault());

        async Task<List<T>> NextAsync<T>(Func<NpgsqlDataReader, T> read)
        {
            await reader.NextResultAsync(cancellationToken);
            return await reader.AllAsync(read, cancellationToken);
        }
    }

    private static TransactionRow ReadTransaction(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), (PaymentResult)row.GetInt16(2), new Vnd(row.GetInt64(3)), row.GetFieldValue<DateTimeOffset>(4),
        row.GetFieldValue<DateOnly>(5), (PaymentSource)row.GetInt16(6), row.GetBoolean(7));

    internal static RefundRow ReadRefund(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetString(1), row.GetString(2), new Vnd(row.GetInt64(3)), (RefundCause)row.GetInt16(4), (RefundState)row.GetInt16(5),
        row.TextOrNull(6), row.TextOrNull(7), row.GetFieldValue<DateTimeOffset>(8));
}
