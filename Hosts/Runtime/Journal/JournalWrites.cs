using System.Runtime.InteropServices;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Journal;

/// <summary>The statements that write journal rows and the chains over them.</summary>
internal static class JournalWrites
{
    /// <summary>Appends the rows and one link for each lane (or line) that has rows; <paramref name="chains"/> holds where each stood.</summary>
    public static void Append(NpgsqlBatch batch, Vocabulary vocabulary, List<JournalEntry> journal, IReadOnlyDictionary<short, ChainLink> chains)
    {
        if (journal.Count == 0) return;
        var rows = journal
            .OrderBy(entry => entry.Lane).ThenBy(entry => entry.Saga).ThenBy(entry => entry.N).ThenBy(entry => entry.Message)
            .Select(entry => (Entry: entry, Edge: entry.Edge is not null && vocabulary.TryEdge(entry.Edge, out var number) ? number : (short?)null))
            .ToList();
        var links = new List<(short Lane, int Rows, ChainLink Link)>();
        for (int start = 0, end; start < rows.Count; start = end)
        {
            var lane = rows[start].Entry.Lane;
            for (end = start; end < rows.Count && rows[end].Entry.Lane == lane; end++) { }
            links.Add((lane, end - start, chains[lane].Next(CollectionsMarshal.AsSpan(rows)[start..end])));
        }

        var batches = links.ToDictionary(link => link.Lane, link => link.Link.Batch);
        batch.Append(WriteCommands.InsertJournal)
            .Column(rows, row => row.Entry.At.UtcDateTime)
            .Column(rows, row => row.Entry.Saga)
            .Column(rows, row => row.Entry.N)
            .Column(rows, row => row.Entry.Lane)
            .Column(rows, row => batches[row.Entry.Lane])
            .Column(rows, row => row.Entry.Type)
            .Column(rows, row => (short)row.Entry.Outcome)
            .Column(rows, row => row.Edge)
            .Column(rows, row => row.Entry.Calendar)
            .Column(rows, row => row.Entry.Message)
            .Column(rows, row => row.Entry.Cause)
            .Column(rows, row => row.Entry.Took);
        batch.Append(WriteCommands.InsertChain)
            .With(rows[0].Entry.At.UtcDateTime)
            .Column(links, link => link.Lane)
            .Column(links, link => link.Link.Batch)
            .Column(links, link => link.Rows)
            .Column(links, link => link.Link.Hash);
        batch.Append(WriteCommands.UpdateChainHeads)
            .Column(links, link => link.Lane)
            .Column(links, link => link.Link.Batch)
            .Column(links, link => link.Link.Hash);
    }
}
