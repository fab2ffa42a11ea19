using DichVuCong.Contracts;
using DichVuCong.Runtime.Journal.Archive;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>The questions about one dossier, in one transaction.</summary>
internal sealed class TimelineSession(NpgsqlConnection connection, DossierCode code)
{
    public async Task<DossierRow?> RowAsync(CancellationToken cancellationToken) =>
        (await ListAsync($"select {DossierRow.Columns} from dossier.dossier d where d.code = $1", DossierRow.Read, cancellationToken)).FirstOrDefault();

    /// <summary>The months of the journal that are read from files.</summary>
    public Task<IReadOnlyList<ArchivedMonth>> ArchivedAsync(CancellationToken cancellationToken) => ArchiveLedger.ListAsync(connection, cancellationToken);

    /// <summary>Rows of the journal within a span, but for the months that are read from files.</summary>
    public Task<List<TimelineEntry>> JournalAsync(JournalSpan span, IReadOnlyList<ArchivedMonth> archived, CancellationToken cancellationToken) =>
        ListAsync(
            BusEntries.Journal, BusEntries.Entry, cancellationToken, span.From.ToUniversalTime(), span.Until.ToUniversalTime(),
            archived.Select(month => month.Month).ToArray());

    /// <summary>
    /// Keeps months of the journal from being taken out of the database while the session reads. It comes before the snapshot is taken: what the
    /// snapshot shows as a table is one until the end.
    /// </summary>
    public async Task HoldJournalAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("lock table bus.journal in access share mode", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<List<T>> ListAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] more)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = code.Value });
        foreach (var value in more) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
