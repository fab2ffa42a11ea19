using DichVuCong.Messaging;
using Npgsql;

namespace DichVuCong.Registries.Operations;

/// <summary>
/// Counts what is stored in other schemas than this build's own: a lift may only be taken away when nothing needs it any more, and what a
/// newer build has stored waits for one.
/// </summary>
public sealed class SchemaCheck(NpgsqlDataSource database, Topology topology)
{
    private const string Queued =
        """
        select w.name, q.schema, count(*)
        from (select type, schema from bus.ready union all select type, schema from bus.held union all select type, schema from bus.parked
          union all select type, schema from bus.waiting union all select type, schema from bus.outbound union all select type, schema from bus.later) q
        join bus.word w on w.id = q.type
        group by w.name, q.schema order by w.name, q.schema
        """;

    /// <summary>States are many: they are only looked at when there was an older schema at all.</summary>
    private const string States =
        """
        select s.schema, count(*) from bus.saga s
        where s.type = (select w.id from bus.word w where w.kind = 'endpoint' and w.name = $1) and s.schema <> $2
        group by s.schema order by s.schema
        """;

    /// <summary>What was counted.</summary>
    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken)
    {
        var found = await ReadAsync(cancellationToken);
        return
        [
            Result("rows of older schemas", "0 before their lifts are removed", CheckLevel.Advice, found.Where(rows => rows.Shapes.Understands(rows.Schema))),
            Result("rows of newer schemas", "0: a newer build must handle them", CheckLevel.Advice, found.Where(rows => rows.Shapes.IsOfNewerBuild(rows.Schema))),
            Result("rows that no build reads", "0: their lifts were removed too early", CheckLevel.Refused, found.Where(rows => rows.Schema < rows.Shapes.Oldest)),
        ];
    }

    private static CheckResult Result(string what, string rule, CheckLevel level, IEnumerable<StoredRows> found)
    {
        var rows = found.ToList();
        return rows.Count == 0
            ? new CheckResult(CheckLevel.Good, what, "0", rule)
            : new CheckResult(level, what, string.Join(", ", rows.Select(row => $"{row.Shapes.What} {row.Schema}: {row.Count}")), rule);
    }

    private async Task<List<StoredRows>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<StoredRows>();
        await using (var queued = database.CreateCommand(Queued))
        {
            await using var reader = await queued.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                // A type that this build does not know at all has no schema here; its messages are held or parked, and counted there.
                if (topology.TypeNamed(reader.GetString(0)) is { } type) Add(found, type.Shapes, reader.GetInt16(1), reader.GetInt64(2));
            }
        }

        foreach (var saga in topology.Sagas.Values.Where(saga => saga.StateSchema > 1))
        {
            await using var states = database.CreateCommand(States);
            states.CommandTimeout = 0;
            states.Parameters.Add(new() { Value = saga.Endpoint });
            states.Parameters.Add(new() { Value = saga.StateSchema });
            await using var reader = await states.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) Add(found, saga.Shapes, reader.GetInt16(0), reader.GetInt64(1));
        }

        return found;
    }

    private static void Add(List<StoredRows> found, Shapes shapes, short schema, long count)
    {
        if (schema != shapes.Newest) found.Add(new StoredRows(shapes, schema, count));
    }

    private sealed record StoredRows(Shapes Shapes, short Schema, long Count);
}
