using System.Data;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// Fixes the inputs of a run, all as they stand at one moment: the file's lines, our rows, and what was left open. From then on the run depends on
/// nothing else, so whoever ends it, and however often it is repeated, finds the same.
/// </summary>
public static class RunFreezer
{
    private const int LongestSeconds = 900;

    private const string Before =
        """
        select
          (select max(r.id) from payment.reconciliation_run r where r.partner = $1 and r.state = 2),
          (select max(r.day) from payment.reconciliation_run r where r.partner = $1 and r.state = 2),
          (select r.id from payment.reconciliation_run r where r.partner = $1 and r.state = 2 and r.day = $2 order by r.number desc limit 1),
          coalesce((select max(r.number) from payment.reconciliation_run r where r.partner = $1 and r.day = $2 and r.state = 2), 0),
          array(select f.id from payment.statement_file f where f.partner = $1 and f.day = $2 and f.id <> $3)
        """;

    private const string InsertRun =
        """
        insert into payment.reconciliation_run (partner, day, number, file, previous, as_of, begun_by, cut_off)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
        """;

    private sealed record Standing(long? Previous, DateOnly AsOf, long? OfDay, int Number, long[] Corrected);

    /// <summary>Fixes the inputs of a file's run, or finds those that were fixed before.</summary>
    /// <param name="claim">The right to run.</param>
    /// <param name="file">The file.</param>
    /// <param name="terms">How inputs are chosen.</param>
    /// <param name="by">Which host or person begins it.</param>
    /// <param name="cancellationToken">Cancels; nothing is fixed then.</param>
    public static async Task<RunRow> FreezeAsync(RunClaim claim, StatementFileRow file, RunTerms terms, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(terms);
        if (await FindAsync(claim.Connection, file.Id, cancellationToken) is { } known) return known;
        // One snapshot for all statements: what a saga writes meanwhile belongs to the next run, whole.
        await using var transaction = await claim.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await ExecuteAsync(claim.Connection, batch => batch.Append(FreezeLedgerSql.Abandon).With(file.Partner), cancellationToken);
        var standing = await StandingAsync(claim.Connection, file, cancellationToken);
        var run = await InsertAsync(claim.Connection, file, standing, terms, by, cancellationToken);
        await ExecuteAsync(claim.Connection, Gather, cancellationToken);
        await ExecuteAsync(claim.Connection, batch => Statement(batch, run, file, standing, terms), cancellationToken);
        await ExecuteAsync(claim.Connection, batch => Ledger(batch, run, file, standing, terms), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await FindAsync(claim.Connection, file.Id, cancellationToken))!;
    }

    /// <summary>The tables of the transaction; they go with it.</summary>
    private static void Gather(NpgsqlBatch batch)
    {
        batch.Append(FreezeStatementSql.OpenItem);
        batch.Append(FreezeStatementSql.ChosenLine);
        batch.Append(FreezeLedgerSql.Chosen);
        batch.Append(FreezeLedgerSql.Named);
    }

    private static void Statement(NpgsqlBatch batch, long run, StatementFileRow file, Standing standing, RunTerms terms)
    {
        var previous = standing.Previous ?? 0;
        var toldSince = standing.AsOf.AddDays(-terms.LookBack);
        batch.Append(FreezeStatementSql.OpenItems).With(previous).With(toldSince);
        if (standing is { OfDay: { } ofDay, Corrected.Length: > 0 }) batch.Append(FreezeStatementSql.ReopenedItems).With(ofDay).With(standing.Corrected);
        if (standing.Corrected.Length == 0)
        {
            batch.Append(FreezeStatementSql.FileLines).With(file.Id);
        }
        else
        {
            batch.Append(FreezeStatementSql.ReopenedSigned).With(file.Id).With(standing.Corrected).With(file.Partner).With(file.Day);
            batch.Append(FreezeStatementSql.CorrectedFileLines).With(file.Id).With(standing.Corrected).With(file.Partner).With(file.Day);
        }

        batch.Append(FreezeStatementSql.OpenLines).With(previous).With(toldSince).With(standing.Corrected);
        batch.Append("analyze chosen_line");
        batch.Append(FreezeStatementSql.Entries).With(run).With(file.Id).With(file.Partner)
            .With(terms.Statuses.Keys.ToArray()).With(terms.Statuses.Values.Select(status => (short)status).ToArray());
    }

    private static void Ledger(NpgsqlBatch batch, long run, StatementFileRow file, Standing standing, RunTerms terms)
    {
        batch.Append(FreezeLedgerSql.Renumber).With(file.Partner);
        batch.Append(FreezeLedgerSql.Names).With(run);
        batch.Append("analyze named, open_item");
        batch.Append(FreezeLedgerSql.Payments).With(file.Partner).With(file.Day).With(standing.AsOf).With(terms.LookBack);
        batch.Append(FreezeLedgerSql.Reversals).With(file.Partner);
        batch.Append(FreezeLedgerSql.Awaited).With(file.Partner).With(file.Day);
        batch.Append(FreezeLedgerSql.Refunds).With(file.Partner).With(file.Day).With(standing.AsOf).With(terms.LookBack).With(terms.CutOff);
        batch.Append(FreezeLedgerSql.Settlements).With(file.Partner).With(file.Day).With(terms.SettlementLag).With(terms.SettlesWithin).With(run)
            .With(terms.LookBack);
        batch.Append(FreezeLedgerSql.Items).With(run).With(file.Partner);
        batch.Append(FreezeLedgerSql.Entries).With(run).With(file.Partner);
    }

    private static async Task<Standing> StandingAsync(NpgsqlConnection connection, StatementFileRow file, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Before).With(file.Partner).With(file.Day).With(file.Id);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        long? Number(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
        var latest = reader.IsDBNull(1) ? file.Day : reader.GetFieldValue<DateOnly>(1);
        return new Standing(Number(0), latest > file.Day ? latest : file.Day, Number(2), reader.GetInt32(3), reader.GetFieldValue<long[]>(4));
    }

    private static async Task<long> InsertAsync(
        NpgsqlConnection connection, StatementFileRow file, Standing standing, RunTerms terms, string by, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(InsertRun).With(file.Partner).With(file.Day).With(standing.Number + 1).With(file.Id).With(standing.Previous).With(standing.AsOf).With(by)
            .With(terms.CutOff);
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<RunRow?> FindAsync(NpgsqlConnection connection, long file, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append($"{ReconciliationRuns.Columns} where r.file = $1").With(file);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? ReconciliationRuns.Read(reader) : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, Action<NpgsqlBatch> fill, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = LongestSeconds };
        fill(batch);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
