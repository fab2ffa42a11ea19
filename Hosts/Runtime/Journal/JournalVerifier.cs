using DichVuCong.Runtime.Journal.Archive;
using Npgsql;

namespace DichVuCong.Runtime.Journal;

/// <summary>What is wrong with an archived month's file; null for nothing. It is not read then: its chains are taken as its row says they ended.</summary>
public enum ArchiveFault
{
    /// <summary>The file is not there.</summary>
    Missing,

    /// <summary>The file is not the one that was written.</summary>
    Changed,
}

/// <summary>What a verification found.</summary>
/// <param name="Checked">How many batches were checked.</param>
/// <param name="Broken">The broken ones as (lane, batch): negative lanes are partner lines.</param>
/// <param name="Files">The archived months that were read, and what is wrong with each.</param>
public sealed record JournalFindings(
    long Checked, IReadOnlyList<(short Lane, long Batch)> Broken, IReadOnlyList<(ArchivedMonth Month, ArchiveFault? Fault)> Files)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Broken.Count == 0 && Files.All(file => file.Fault is null);
}

/// <summary>
/// Recomputes the chains of the journal, from the archived files into the tables: a row that was changed, added or taken away breaks the chain of
/// its lane.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="archiveFolder">Where the archived months are now; null for where they were written.</param>
public sealed class JournalVerifier(NpgsqlDataSource database, string? archiveFolder = null)
{
    /// <summary>Checks every batch since <paramref name="since"/>; of a lane whose first batch lies before that, the first batch within the range is
    /// taken as given, unless an archived month says how the chain stood before it.</summary>
    public async Task<JournalFindings> VerifyAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var ends = await HeadsAsync(cancellationToken);
        var ledger = new ArchiveLedger(database);
        var months = await ledger.ListAsync(cancellationToken);
        var check = new ChainCheck(since == DateTimeOffset.UnixEpoch);
        var files = new List<(ArchivedMonth, ArchiveFault?)>();
        var sources = new List<IAsyncEnumerable<ChainedBatch>>();
        foreach (var month in months)
        {
            var isMeant = new JournalMonth(month.Month).Until > since;
            var fault = isMeant ? await FaultOfAsync(month, cancellationToken) : null;
            if (isMeant) files.Add((month, fault));
            sources.Add(isMeant && fault is null
                ? ArchiveFile.ReadAsync(month.PathIn(archiveFolder), cancellationToken)
                : (await ledger.LanesAsync(month.Month, cancellationToken)).Where(lane => lane.LastHash is not null).Select(GivenEnd).ToAsyncEnumerable());
        }

        sources.Add(JournalTables.ReadAsync(database, since, [.. months.Select(month => month.Month)], cancellationToken));
        await foreach (var batch in SortedMerge.OfAsync(sources, batch => batch.Place, cancellationToken)) check.Take(batch);
        foreach (var (lane, end) in ends) check.MustReach(lane, end);
        return new JournalFindings(check.Checked, check.Broken, files);
    }

    /// <summary>Of a file that is not read, the database knows how each chain ended in it.</summary>
    private static ChainedBatch GivenEnd(ArchivedLane lane) => new(lane.Lane, lane.LastBatch, At: null, Rows: 0, lane.LastHash, []) { IsGiven = true };

    private async Task<ArchiveFault?> FaultOfAsync(ArchivedMonth month, CancellationToken cancellationToken)
    {
        var path = month.PathIn(archiveFolder);
        if (!File.Exists(path)) return ArchiveFault.Missing;
        var hash = await ArchiveFile.HashAsync(path, cancellationToken);
        return hash.AsSpan().SequenceEqual(month.Sha256) ? null : ArchiveFault.Changed;
    }

    /// <summary>Where the chains stood when the verification began; they go on meanwhile.</summary>
    private async Task<List<(short Lane, ChainLink End)>> HeadsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select lane, batch, hash from bus.lane");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<(short, ChainLink)>();
        while (await reader.ReadAsync(cancellationToken)) heads.Add((reader.GetInt16(0), new ChainLink(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2))));
        return heads;
    }
}
