using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Runtime.Journal.Archive;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>Entries of a dossier from archived months of the journal.</summary>
internal sealed class ArchivedEntries(NpgsqlDataSource database, string? folder)
{
    /// <summary>Reads the months; those whose file cannot be read are named instead.</summary>
    public async Task<(IReadOnlyList<TimelineEntry> Entries, IReadOnlyList<DateOnly> Unread)> ReadAsync(
        DossierCode code, IReadOnlyList<JournalledSaga> sagas, IReadOnlyList<ArchivedMonth> months, CancellationToken cancellationToken)
    {
        if (months.Count == 0) return ([], []);
        var words = await NamesAsync("select id::int, name from bus.word", cancellationToken);
        var partners = await NamesAsync("select id, partner from bus.line", cancellationToken);
        var endpoints = sagas.ToDictionary(saga => saga.Id, saga => saga.Endpoint);
        var lookup = new ArchiveLookup(database, folder);
        var entries = new List<TimelineEntry>();
        var unread = new List<DateOnly>();
        foreach (var month in months)
        {
            if (await lookup.FindAsync(month, code.Value, endpoints.Keys.ToHashSet(), cancellationToken) is { } rows)
            {
                entries.AddRange(rows.OrderBy(row => row.At).ThenBy(row => row.N).Select(row => Entry(row, words, partners, endpoints)));
            }
            else
            {
                unread.Add(month.Month);
            }
        }

        return (entries, unread);
    }

    private static TimelineEntry Entry(ArchivedRow row, Dictionary<int, string> words, Dictionary<int, string> partners, Dictionary<long, string> endpoints)
    {
        var isCall = row.Lane < 0;
        return new TimelineEntry
        {
            At = row.At,
            Kind = isCall ? TimelineKind.Call : TimelineKind.Decision,
            Attempt = isCall ? row.N : null,
            Outcome = row.Outcome.ToString(),
            What = words.GetValueOrDefault(row.Type) ?? row.Type.ToString(CultureInfo.InvariantCulture),
            Edge = row.Edge is { } edge ? words.GetValueOrDefault(edge) : null,
            Calendar = row.Calendar,
            Took = row.Took is { } took ? TimeSpan.FromMilliseconds(took) : null,
            Where = isCall ? partners.GetValueOrDefault(-row.Lane) : endpoints[row.Saga],
        };
    }

    private async Task<Dictionary<int, string>> NamesAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetInt32(0), reader.GetString(1));
        return names;
    }
}
