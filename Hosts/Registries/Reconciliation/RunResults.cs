using System.Runtime.InteropServices;
using DichVuCong.Runtime.Sql;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// Writes what a run finds, as it finds it, in one transaction with its end and the messages it causes: before that nothing is seen of it, and a
/// host that dies leaves nothing. Only one thread uses it at a time.
/// </summary>
public sealed class RunResults : IAsyncDisposable
{
    private const int LongestSeconds = 900;

    private const string CopyMatches = "copy payment.reconciliation_match (run, ledger, statement, basis) from stdin (format binary)";

    private const string CopyFindings =
        "copy payment.reconciliation_finding (run, difference, class, resolution, kind, action, ledger_amount, statement_amount) from stdin (format binary)";

    private const string CopyRows = "copy payment.reconciliation_finding_row (run, difference, side, id) from stdin (format binary)";

    private const string InsertTotals =
        """
        insert into payment.reconciliation_total (run, class, ledger_count, ledger_amount, statement_count, statement_amount)
        select $1, u.* from unnest($2, $3, $4, $5, $6) u
        """;

    /// <summary>Rows that are in no class, or in two: the keys refuse the latter within findings, this finds the rest.</summary>
    private const string Unclassed =
        """
        select
          (select count(*) from payment.reconciliation_entry e where e.run = $1)
          - (select count(distinct m.ledger) + count(distinct m.statement) from payment.reconciliation_match m where m.run = $1)
          - (select count(*) from payment.reconciliation_finding_row f where f.run = $1)
        """;

    private readonly RunClaim _claim;
    private readonly long _run;
    private readonly NpgsqlTransaction _transaction;

    private RunResults(RunClaim claim, long run, NpgsqlTransaction transaction) => (_claim, _run, _transaction) = (claim, run, transaction);

    internal NpgsqlConnection Connection => _claim.Connection;

    /// <summary>Begins.</summary>
    public static async Task<RunResults> BeginAsync(RunClaim claim, long run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new RunResults(claim, run, await claim.Connection.BeginTransactionAsync(cancellationToken));
    }

    /// <summary>Adds matches: our row, the bank's, and the rule.</summary>
    public void Add(ReadOnlySpan<(long Ledger, long Statement, byte Basis)> matches)
    {
        if (matches.IsEmpty) return;
        using var copy = Begin(CopyMatches);
        foreach (var (ledger, statement, basis) in matches)
        {
            copy.StartRow();
            copy.Write(_run, NpgsqlDbType.Bigint);
            copy.Write(ledger, NpgsqlDbType.Bigint);
            copy.Write(statement, NpgsqlDbType.Bigint);
            copy.Write((short)basis, NpgsqlDbType.Smallint);
        }

        copy.Complete();
    }

    /// <summary>Adds differences with their rows.</summary>
    public void Add(List<StoredFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count == 0) return;
        using (var copy = Begin(CopyFindings))
        {
            foreach (ref readonly var found in CollectionsMarshal.AsSpan(findings)) Write(copy, found);
            copy.Complete();
        }

        using var rows = Begin(CopyRows);
        foreach (var found in findings)
        {
            WriteRows(rows, found.Difference, 0, found.Ledger);
            WriteRows(rows, found.Difference, 1, found.Statement);
        }

        rows.Complete();
    }

    /// <summary>Adds the totals, and proves that every input is in exactly one class.</summary>
    /// <exception cref="InvalidOperationException">One is not: the run must not be used.</exception>
    public async Task ProveAsync(IReadOnlyList<RunTotal> totals, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(Connection) { Timeout = LongestSeconds };
        batch.Append(InsertTotals).With(_run).Column(totals, total => total.Class).Column(totals, total => total.LedgerCount)
            .Column(totals, total => total.LedgerAmount)
            .Column(totals, total => total.StatementCount).Column(totals, total => total.StatementAmount);
        batch.Append(Unclassed).With(_run);
        var unclassed = (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
        if (unclassed != 0) throw new InvalidOperationException($"The run does not tie out: {unclassed} rows are in no class, or in two.");
    }

    /// <summary>Ends it: from here on everything is seen.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    /// <summary>Lets go of everything that was not committed.</summary>
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private NpgsqlBinaryImporter Begin(string sql)
    {
        var copy = Connection.BeginBinaryImport(sql);
        copy.Timeout = TimeSpan.FromSeconds(LongestSeconds);
        return copy;
    }

    private void Write(NpgsqlBinaryImporter copy, StoredFinding found)
    {
        copy.StartRow();
        copy.Write(_run, NpgsqlDbType.Bigint);
        copy.Write(found.Difference, NpgsqlDbType.Text);
        copy.Write((short)found.Class, NpgsqlDbType.Smallint);
        copy.Write((short)found.Resolution, NpgsqlDbType.Smallint);
        copy.Write((short)found.Kind, NpgsqlDbType.Smallint);
        copy.Write((short)found.Action, NpgsqlDbType.Smallint);
        copy.Write(found.LedgerAmount, NpgsqlDbType.Bigint);
        copy.Write(found.StatementAmount, NpgsqlDbType.Bigint);
    }

    private void WriteRows(NpgsqlBinaryImporter copy, string difference, short side, IReadOnlyList<long> ids)
    {
        foreach (var id in ids)
        {
            copy.StartRow();
            copy.Write(_run, NpgsqlDbType.Bigint);
            copy.Write(difference, NpgsqlDbType.Text);
            copy.Write(side, NpgsqlDbType.Smallint);
            copy.Write(id, NpgsqlDbType.Bigint);
        }
    }
}
