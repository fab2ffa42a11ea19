using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>
/// Writes a month of the journal into a file and reads it back before anybody relies on it. The tables are read in small slices by key: no
/// snapshot of ours is old enough to hold back the vacuum of the queues.
/// </summary>
internal sealed class MonthExport(NpgsqlDataSource database, JournalMonth month, string folder)
{
    /// <summary>Links of one slice.</summary>
    private const int Slice = 100;

    private readonly ChainCheck _check = new(fromTheBeginning: false);
    private long _rows;

    /// <summary>Writes the file under its final name.</summary>
    /// <exception cref="InvalidDataException">What was written cannot be read back as it was.</exception>
    public async Task<(ArchivedMonth Month, IReadOnlyList<ArchivedLane> Lanes)> WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, month.File);
        var unfinished = path + ".part";
        await MakeIndexAsync(cancellationToken);
        IReadOnlyList<ArchivedLane> lanes;
        long bytes;
        await using (var writer = await ArchiveWriter.BeginAsync(unfinished, await HeaderAsync(cancellationToken), cancellationToken))
        {
            foreach (var lane in await LanesAsync(cancellationToken)) await writer.WriteLaneAsync(BatchesAsync(lane, cancellationToken), cancellationToken);
            bytes = await writer.EndAsync(cancellationToken);
            lanes = writer.Lanes;
        }

        var archived = new ArchivedMonth
        {
            Month = month.First,
            Folder = Path.GetFullPath(folder),
            File = month.File,
            Format = ArchiveHeader.Current,
            Bytes = bytes,
            Sha256 = await ArchiveFile.HashAsync(unfinished, cancellationToken),
            Links = lanes.Sum(lane => lane.Links),
            Rows = lanes.Sum(lane => lane.Rows),
            Broken = _check.Broken.Count,
        };
        await ReadBackAsync(unfinished, archived, cancellationToken);
        DurableFolder.Rename(unfinished, path);
        return (archived, lanes);
    }

    private async IAsyncEnumerable<ChainedBatch> BatchesAsync(short lane, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = long.MinValue;
        while (true)
        {
            var upTo = await EndOfSliceAsync(lane, after, cancellationToken);
            await foreach (var batch in JournalTables.ReadSliceAsync(database, month, lane, after, upTo, cancellationToken))
            {
                _check.Take(batch);
                _rows += batch.Entries.Count;
                yield return batch;
            }

            if (upTo == long.MaxValue) yield break;
            after = upTo;
        }
    }

    /// <summary>What lies on disk must be what was in the tables, chain and all.</summary>
    private async Task ReadBackAsync(string path, ArchivedMonth written, CancellationToken cancellationToken)
    {
        var check = new ChainCheck(fromTheBeginning: false);
        var rows = 0L;
        await foreach (var batch in ArchiveFile.ReadAsync(path, cancellationToken))
        {
            check.Take(batch);
            rows += batch.Entries.Count;
        }

        var isSame = rows == _rows && rows == written.Rows && check.Checked == _check.Checked && check.Broken.SequenceEqual(_check.Broken)
            && check.Heads.Count == _check.Heads.Count
            && check.Heads.All(head => _check.Heads.TryGetValue(head.Key, out var other) && other.Batch == head.Value.Batch && other.Hash.AsSpan().SequenceEqual(head.Value.Hash));
        if (!isSame) throw new InvalidDataException($"The archive {month.File} is not what was in the tables: {rows} rows instead of {_rows}.");
    }

    /// <summary>Made without locking anybody out, on a table that is about to go; what an interrupted run has left is made anew.</summary>
    private async Task MakeIndexAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var sql in new[]
        {
            $"drop index concurrently if exists bus.{month.Index}",
            $"create index concurrently {month.Index} on {month.Journal} (lane, batch)",
            $"analyze {month.Journal}",
            $"analyze {month.Chain}",
        })
        {
            // The names come from a date. Building an index of a whole month takes as long as it takes.
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<long> EndOfSliceAsync(short lane, long after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select batch from {month.Chain} where lane = $1 and batch > $2 order by batch offset {Slice - 1} limit 1");
        command.Parameters.Add(new() { Value = lane });
        command.Parameters.Add(new() { Value = after });
        return await command.ExecuteScalarAsync(cancellationToken) is long end ? end : long.MaxValue;
    }

    /// <summary>The lanes of links and of rows, by a loose scan.</summary>
    private async Task<List<short>> LanesAsync(CancellationToken cancellationToken)
    {
        var lanes = new SortedSet<short>();
        foreach (var table in new[] { month.Chain, month.Journal })
        {
            await using var command = database.CreateCommand(
                $"""
                with recursive step(lane) as (
                  (select lane from {table} order by lane limit 1)
                  union all
                  select n.lane from step s cross join lateral (select t.lane from {table} t where t.lane > s.lane order by t.lane limit 1) n)
                select lane from step
                """);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) lanes.Add(reader.GetInt16(0));
        }

        return [.. lanes];
    }

    private async Task<ArchiveHeader> HeaderAsync(CancellationToken cancellationToken) => new()
    {
        Month = month.First,
        From = month.From,
        Until = month.Until,
        Words = await NamesAsync("select id::int, kind || ' ' || name from bus.word order by id", cancellationToken),
        Partners = await NamesAsync("select id, partner || '/' || shard from bus.line order by id", cancellationToken),
    };

    private async Task<IReadOnlyDictionary<string, string>> NamesAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetInt32(0).ToString(CultureInfo.InvariantCulture), reader.GetString(1));
        return names;
    }
}
