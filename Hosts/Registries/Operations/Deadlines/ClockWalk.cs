using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>
/// The clocks of agencies that have many dossiers: what is due first is walked through in spans of time, until a page is full. The more dossiers
/// agencies have, the more of the clocks are theirs and the shorter the walk; from the dossiers' side all that were ever filed there would be read,
/// and an index of the open ones would cost every dossier's end.
/// </summary>
internal sealed class ClockWalk(NpgsqlDataSource database)
{
    /// <summary>Agencies with fewer dossiers are asked from the dossiers' side.</summary>
    public const long Many = 20_000;

    private static readonly TimeSpan FirstSpan = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Dear = TimeSpan.FromMilliseconds(100);

    /// <summary>What does not depend on the clock's neighbours is looked up for each by itself (offset 0): no plan may read a table for it.</summary>
    private const string OfSpan =
        $"""
        select {ClockBoard.Columns}
        from bus.mark m
        join bus.clock c on c.lane = m.lane and c.state = 1 and c.due >= $1 and c.due < $2 and ($3::smallint is null or c.name = $3)
        cross join lateral (select s.type, s.key from bus.saga s where s.id = c.saga offset 0) s
        join bus.word w on w.id = c.name
        join bus.word e on e.id = s.type and e.name = 'dossiers'
        cross join lateral (select d.agency from dossier.dossier d where d.code = s.key and d.agency = any($7) offset 0) d
        where (c.due, c.saga, c.name) > ($1, $4, $5)
        order by c.due, c.saga, c.name limit $6
        """;

    /// <summary>Whether walking through the clocks costs less than looking through the agencies' dossiers, as the last census of sagas knows them.</summary>
    public async Task<bool> IsShorterAsync(IReadOnlyList<string> agencies, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select coalesce(sum(amount), 0)::bigint >= $2 from operations.saga_census where type = 'dossiers' and agency = any($1)");
        command.Parameters.Add(new() { Value = agencies.ToArray() });
        command.Parameters.Add(new() { Value = Many });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A page of the agencies' clocks.</summary>
    /// <param name="agencies">Their codes.</param>
    /// <param name="filter">Which clocks.</param>
    /// <param name="after">Behind this place.</param>
    /// <param name="name">The number of the filter's name; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<ClockView>> ListAsync(
        IReadOnlyList<string> agencies, ClockFilter filter, (DateTimeOffset Due, long Saga, short Name) after, short? name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = new List<ClockView>();
        if (await EndsAsync(connection, cancellationToken) is not { } ends) return found;
        var last = filter.Before < ends.Last ? filter.Before.Value : ends.Last.AddTicks(TimeSpan.TicksPerMicrosecond);
        var (place, span) = (after.Due < ends.First ? (ends.First, 0L, (short)0) : after, FirstSpan);
        while (place.Item1 < last && found.Count < filter.Limit)
        {
            var until = last - place.Item1 > span ? place.Item1 + span : last;
            var began = Stopwatch.GetTimestamp();
            found.AddRange(await ReadAsync(connection, agencies, place, until, name, filter.Limit - found.Count, cancellationToken));
            // Everything before this instant is looked at.
            place = (until, 0L, (short)0);
            var took = Stopwatch.GetElapsedTime(began);
            span = took < Cheap ? span * 4 : took > Dear && span > ShortestSpan ? span / 4 : span;
        }

        return found;
    }

    private static async Task<List<ClockView>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<string> agencies, (DateTimeOffset Due, long Saga, short Name) after, DateTimeOffset until, short? name, int limit,
        CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(OfSpan, connection) { CommandTimeout = 10 };
        command.Parameters.Add(new() { Value = after.Due.UtcDateTime });
        command.Parameters.Add(new() { Value = until.UtcDateTime });
        command.Parameters.Add(new() { Value = (object?)name ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Smallint });
        command.Parameters.Add(new() { Value = after.Saga });
        command.Parameters.Add(new() { Value = after.Name });
        command.Parameters.Add(new() { Value = (long)limit });
        command.Parameters.Add(new() { Value = agencies.ToArray() });
        return await ClockBoard.ReadAsync(command, cancellationToken);
    }

    private static async Task<(DateTimeOffset First, DateTimeOffset Last)?> EndsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            select min(f.due), max(l.due) from bus.mark m
            cross join lateral (select c.due from bus.clock c where c.lane = m.lane and c.state = 1 order by c.due limit 1) f
            cross join lateral (select c.due from bus.clock c where c.lane = m.lane and c.state = 1 order by c.due desc limit 1) l
            """;
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(0) ? null : (reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1));
    }
}
