using DichVuCong.Runtime.Lanes;
using Npgsql;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>A row of the journal as it was found in an archived month.</summary>
/// <param name="At">When.</param>
/// <param name="Saga">The saga's id.</param>
/// <param name="N">The number of the decision, or of the attempt.</param>
/// <param name="Lane">The lane; minus the line for a partner's outcome.</param>
/// <param name="Type">The message's type, by its number.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Edge">The edge taken, by its number.</param>
/// <param name="Calendar">The version of the calendars.</param>
/// <param name="Took">How long a partner's call took, in milliseconds; null where it is not known.</param>
public sealed record ArchivedRow(DateTimeOffset At, long Saga, int N, short Lane, short Type, JournalOutcome Outcome, short? Edge, int? Calendar, int? Took);

/// <summary>Finds the rows of a key's sagas in archived months. Only the key's lane is read, and those of the partners' lines.</summary>
/// <param name="database">The database.</param>
/// <param name="folder">Where the archived months are now; null for where they were written.</param>
public sealed class ArchiveLookup(NpgsqlDataSource database, string? folder)
{
    private readonly ArchiveLedger _ledger = new(database);

    /// <summary>Reads the rows of a month.</summary>
    /// <returns>The rows; null when the file is not there or cannot be read.</returns>
    public async Task<IReadOnlyList<ArchivedRow>?> FindAsync(
        ArchivedMonth month, string key, IReadOnlySet<long> sagas, CancellationToken cancellationToken)
    {
        var (path, lane) = (month.PathIn(folder), Lane.Of(key));
        if (!File.Exists(path)) return null;
        var rows = new List<ArchivedRow>();
        try
        {
            foreach (var part in await _ledger.LanesAsync(month.Month, cancellationToken))
            {
                if (part.Lane >= 0 && part.Lane != lane) continue;
                await foreach (var batch in ArchiveFile.ReadLaneAsync(path, part, sagas, cancellationToken))
                {
                    rows.AddRange(batch.Entries.Where(row => sagas.Contains(row.Entry.Saga)).Select(row => new ArchivedRow(
                        row.Entry.At, row.Entry.Saga, row.Entry.N, row.Entry.Lane, row.Entry.Type, row.Entry.Outcome, row.Edge, row.Entry.Calendar, row.Entry.Took)));
                }
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }

        return rows;
    }
}
