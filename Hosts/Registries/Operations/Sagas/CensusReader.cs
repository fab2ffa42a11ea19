using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>Reads the last census, within the part of the agency tree that whoever asks may see.</summary>
public sealed class CensusReader(NpgsqlDataSource database)
{
    private const string Counts =
        """
        select type, state, sum(amount)::bigint, min(oldest_at), (array_agg(oldest_key order by oldest_at) filter (where oldest_at is not null))[1]
        from operations.saga_census where $1::text[] is null or agency = any ($1) group by type, state order by type, state
        """;

    private const string Rules =
        """
        select r.id, r.type, r.kind, r.older, r.title_vi, r.title_en, r.enabled,
          coalesce((select sum(c.amount) from operations.saga_stuck_count c where c.rule = r.id and ($1::text[] is null or c.agency = any ($1))), 0)::bigint,
          (select min(s.since) from operations.saga_stuck s where s.rule = r.id and ($1::text[] is null or s.agency = any ($1)))
        from operations.saga_rule r order by r.type, r.id
        """;

    private const string Stuck =
        """
        select s.rule, r.type, s.key, s.agency, s.state, s.since
        from operations.saga_stuck s join operations.saga_rule r on r.id = s.rule
        where ($1::text[] is null or s.agency = any ($1)) and ($2::text is null or s.rule = $2)
        order by s.since, s.key limit $3
        """;

    /// <summary>The last census; null when none was taken yet.</summary>
    /// <param name="scope">The agencies that may be seen; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SagaCensus?> LatestAsync(IReadOnlyCollection<string>? scope, CancellationToken cancellationToken)
    {
        var runs = await ListAsync(
            "select taken_at, took from operations.saga_census_run", reader => (At: reader.GetFieldValue<DateTimeOffset>(0), Took: reader.GetTimeSpan(1)), cancellationToken);
        if (runs is not [var run]) return null;
        var counts = await ListAsync(Counts, Count, cancellationToken, Scope(scope));
        return new SagaCensus(run.At, run.Took, counts, await ListAsync(Rules, Rule, cancellationToken, Scope(scope)));
    }

    /// <summary>The sagas that are stuck, the oldest first.</summary>
    /// <param name="scope">The agencies that may be seen; null for all.</param>
    /// <param name="rule">Only those of a rule; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<StuckSaga>> StuckAsync(IReadOnlyCollection<string>? scope, string? rule, int limit, CancellationToken cancellationToken) =>
        await ListAsync(
            Stuck, StuckOf, cancellationToken, Scope(scope), new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)rule ?? DBNull.Value },
            new NpgsqlParameter { Value = limit });

    private static SagaCount Count(NpgsqlDataReader reader)
    {
        var (type, state) = (reader.GetString(0), reader.GetInt16(1));
        var info = SagaTypes.Find(type);
        return new SagaCount(
            type, state, info?.NameOf(state) ?? $"{state}", info?.Over.Contains(state) ?? false, reader.GetInt64(2), TimeOrNull(reader, 3),
            reader.IsDBNull(4) ? null : reader.GetString(4));
    }

    private static StuckRule Rule(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetTimeSpan(3), reader.GetString(4), reader.GetString(5), reader.GetBoolean(6),
        reader.GetInt64(7), TimeOrNull(reader, 8));

    private static StuckSaga StuckOf(NpgsqlDataReader reader)
    {
        var type = reader.GetString(1);
        return new StuckSaga(
            reader.GetString(0), type, reader.GetString(2), reader.GetString(3) is { Length: > 0 } agency ? agency : null,
            reader.IsDBNull(4) ? null : SagaTypes.Find(type)?.NameOf(reader.GetInt16(4)), reader.GetFieldValue<DateTimeOffset>(5));
    }

    private static NpgsqlParameter Scope(IReadOnlyCollection<string>? scope) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = scope is null ? DBNull.Value : scope.ToArray() };

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
