using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>Reads the inputs of a run page by page: a day of any size takes the memory of a page.</summary>
public static class RunEntries
{
    private const int Page = 20_000;
    private const int LongestSeconds = 900;

    private const string Next =
        """
        select e.id, e.reference, e.amount, e.account, e.at, e.kind, e.status, e.transaction_no from payment.reconciliation_entry e
        where e.run = $1 and e.side = $2 and e.id > $3 order by e.id limit $4
        """;

    private const string CountAll = "select count(*) from payment.reconciliation_entry e where e.run = $1";

    /// <summary>How many inputs a run has on both sides.</summary>
    public static async Task<long> CountAsync(RunClaim claim, long run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        await using var batch = new NpgsqlBatch(claim.Connection) { Timeout = LongestSeconds };
        batch.Append(CountAll).With(run);
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The next page of a side; empty at the end.</summary>
    /// <param name="claim">The right to run.</param>
    /// <param name="run">The run.</param>
    /// <param name="side">0 ours, 1 the bank's.</param>
    /// <param name="after">The number of the last row that was read; 0 at first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<RunEntry>> NextAsync(RunClaim claim, long run, short side, long after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        await using var batch = new NpgsqlBatch(claim.Connection) { Timeout = LongestSeconds };
        batch.Append(Next).With(run).With(side).With(after).With(Page);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new RunEntry(
                row.GetInt64(0), row.TextOrNull(1), row.GetInt64(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), (byte)row.GetInt16(5),
                (byte)row.GetInt16(6), row.GetString(7)),
            cancellationToken);
    }
}
