using DichVuCong.Contracts.Dossiers;
using DichVuCong.Runtime.Restoring;
using Npgsql;

namespace DichVuCong.Registries.Restoring;

/// <summary>Reads what a restore came to.</summary>
public sealed class RestoreReporter(NpgsqlDataSource database)
{
    /// <summary>The report of the latest restore; null when there was none.</summary>
    /// <param name="limit">Dossiers and codes to name at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RestoreReport?> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        if (await new RestoreList(database).ListAsync(cancellationToken) is not [var restore, ..]) return null;
        var findings = new Dictionary<RestoreFinding, long>();
        long outstanding = 0;
        await foreach (var (finding, count) in RowsAsync(
            "select f.finding, count(*) from dossier.restore_finding f where f.restore = $1 group by 1 order by 1", row => (row.IsDBNull(0) ? (short?)null : row.GetInt16(0), row.GetInt64(1)),
            restore.Number, cancellationToken))
        {
            if (finding is { } known) findings.Add((RestoreFinding)known, count);
            else outstanding = count;
        }

        var isAsked = await AllAsync("select r.asked_all_at is not null, r.asked from dossier.restore r where r.n = $1", row => (All: row.GetBoolean(0), Asked: row.GetInt64(1)), restore.Number, cancellationToken);
        return new RestoreReport(
            restore, isAsked is [{ All: true }] && outstanding == 0, isAsked is [var progress] ? progress.Asked : 0, outstanding, findings,
            await AllAsync(
                $"""
                select f.code, f.system, f.finding, f.was, f.told from dossier.restore_finding f
                where f.restore = $1 and f.finding not in ({(short)RestoreFinding.Same}, {(short)RestoreFinding.NothingToAsk}) order by f.finding desc, f.code limit {limit}
                """,
                row => new RestoreFindingRow(row.GetString(0), row.GetString(1), (RestoreFinding)row.GetInt16(2), StateOf(row, 3), StateOf(row, 4)),
                restore.Number, cancellationToken),
            await AllAsync(
                $"""
                select t.name, d.kind, count(*), (array_agg(d.key order by d.key))[1:100]
                from bus.doubt d join bus.word t on t.id = d.type join bus.incarnation i on i.n = $1
                where d.at >= i.marked_at and d.reason = '{DoubtReasons.Restored}' group by 1, 2 order by 1, 2
                """,
                row => new RestoreDoubt(row.GetString(0), row.GetInt16(1) == 1 ? "possibleDouble" : "possibleLoss", row.GetInt64(2), row.GetFieldValue<string[]>(3)),
                restore.Number, cancellationToken),
            await AllAsync(
                $"""
                select s.code, s.system, s.born, s.times, s.first_at from dossier.stray s, bus.incarnation i
                where i.n = $1 and s.last_at >= i.marked_at order by s.code limit {limit}
                """,
                row => new StrayRow(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4)),
                restore.Number, cancellationToken));
    }

    private static DossierState? StateOf(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : (DossierState)row.GetInt16(column);

    private async Task<List<T>> AllAsync<T>(string sql, Func<NpgsqlDataReader, T> read, int restore, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await foreach (var row in RowsAsync(sql, read, restore, cancellationToken)) rows.Add(row);
        return rows;
    }

    private async IAsyncEnumerable<T> RowsAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, int restore, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The texts are constants of ours, with numbers in them.
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = restore });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return read(reader);
    }
}
