using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>Reads lines: ahead of the calls, and everything that stands when a line is taken over.</summary>
internal sealed class LineReader(RuntimeContext context, NpgsqlConnection connection)
{
    /// <summary>Fills the lines that have room. Calls of closed keys are returned: they are to be held.</summary>
    public async Task<IReadOnlyList<(Line Line, OutboundCall Call)>> ReadAheadAsync(IReadOnlyCollection<Line> lines, CancellationToken cancellationToken)
    {
        var half = context.Options.LineReadAhead / 2;
        var hungry = lines.Where(line => line is { MayHaveMore: true, IsLost: false } && line.Queue.Count < half).ToDictionary(line => line.Settings.Id);
        if (hungry.Count == 0) return [];

        var wanted = hungry.Values.OrderBy(line => line.Settings.Id)
            .Select(line => (line.Settings.Id, Rows: (long)(context.Options.LineReadAhead - line.Queue.Count)))
            .ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LineCommands.ReadAhead)
            .Column(wanted, row => row.Id)
            .Column(wanted, row => row.Rows)
            .With(hungry.Values.SelectMany(line => line.Queue.Known).ToArray());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var toHold = new List<(Line, OutboundCall)>();
        var found = new Dictionary<int, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var call = OutboundCall.Read(reader);
            var line = hungry[call.Line];
            found[call.Line] = found.GetValueOrDefault(call.Line) + 1;
            if (line.ClosedKeys.Contains(call.Key))
            {
                toHold.Add((line, call));
            }
            else
            {
                line.Queue.Add(call);
            }
        }

        // A line that gave much has more; the others are looked at again when somebody says so, or in a few milliseconds.
        foreach (var (id, rows) in wanted) hungry[id].MayHaveMore = found.GetValueOrDefault(id) >= rows / 4;
        return toHold;
    }

    /// <summary>
    /// Brings lines just taken over into memory. Returns the calls that were out when their owner went, with the time at which each went out.
    /// </summary>
    public async Task<IReadOnlyList<OutboundCall>> TakeOverAsync(IReadOnlyCollection<Line> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.Settings.Id).Order().ToArray();
        var byId = lines.ToDictionary(line => line.Settings.Id);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LineCommands.DropMarks).With(ids);
        batch.Append(LineCommands.UnholdOrphans).With(Array.ConvertAll(ids, id => -id));
        batch.Append(LineCommands.LoadLater).With(ids);
        batch.Append(LineCommands.LoadMarks).With(ids);
        batch.Append(LineCommands.LoadLaterMarks).With(ids);
        batch.Append(LineCommands.LoadClosedKeys).With(Array.ConvertAll(ids, id => -id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        var later = await ReadLaterAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var open = new List<OutboundCall>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var call = OutboundCall.Read(reader);
            (call.Attempts, call.CalledAt) = (reader.GetInt32(15), reader.GetFieldValue<DateTimeOffset>(16));
            open.Add(call);
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // A question that was out needs no resolving: it is asked again. A call does.
            var call = later[(reader.GetInt32(0), reader.GetInt64(1))];
            if (call.AskNext) continue;
            (call.Attempts, call.CalledAt) = (reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3));
            later.Remove((call.Line, call.Seq));
            open.Add(call);
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) byId[-reader.GetInt32(0)].CloseParked(reader.GetString(1));

        foreach (var call in later.Values) byId[call.Line].PutAside(call);
        foreach (var call in open)
        {
            if (call.IsLater)
            {
                byId[call.Line].ClosedKeys.Add(call.Key);
            }
            else
            {
                byId[call.Line].Queue.Occupy(call);
            }
        }

        return open;
    }

    /// <summary>Operators may have opened keys that a parked call had closed.</summary>
    public async Task OpenKeysAsync(IEnumerable<Line> lines, CancellationToken cancellationToken)
    {
        var closed = lines.Where(line => line.ParkedKeys.Count > 0).ToList();
        if (closed.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(LineCommands.LoadClosedKeys).With(closed.Select(line => -line.Settings.Id).Order().ToArray());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var keys = new List<(int Line, string Key)>();
        while (await reader.ReadAsync(cancellationToken)) keys.Add((-reader.GetInt32(0), reader.GetString(1)));
        var parked = keys.ToLookup(row => row.Line, row => row.Key);
        foreach (var line in closed) line.OpenAllBut(parked[line.Settings.Id]);
    }

    private static async Task<Dictionary<(int Line, long Seq), OutboundCall>> ReadLaterAsync(
        NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var later = new Dictionary<(int Line, long Seq), OutboundCall>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var call = OutboundCall.Read(reader);
            call.IsLater = true;
            call.Due = reader.GetFieldValue<DateTimeOffset>(15);
            call.Attempts = reader.GetInt32(16);
            call.AskNext = reader.GetInt16(17) == 2;
            call.CalledAt = reader.IsDBNull(18) ? null : reader.GetFieldValue<DateTimeOffset>(18);
            later.Add((call.Line, call.Seq), call);
        }

        return later;
    }
}
