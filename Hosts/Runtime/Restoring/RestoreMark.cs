using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Restoring;

/// <summary>What is written down about a restore.</summary>
/// <param name="RestoredTo">The time of the last transaction that is still there.</param>
/// <param name="Gap">By how much every counter is raised: more than was given out between that time and the disaster.</param>
/// <param name="By">The operator.</param>
public sealed record RestoreTerms(DateTimeOffset RestoredTo, long Gap, string By)
{
    /// <summary>The gap unless another is named: more messages than the largest site sends in a day.</summary>
    public const long UsualGap = 1_000_000_000;
}

/// <summary>
/// Marks a restore in the database, so that nothing that the lost life gave out is given out again: a new incarnation, every counter
/// raised by a gap, no host and no owner of a line. Queues, sagas, clocks and the door's inbox stay as they are. Runs in the caller's
/// transaction, before any host works on the database.
/// </summary>
public static class RestoreMark
{
    /// <summary>
    /// All counters that are <c>bigint</c>, of every schema of ours (the database has no other): sequences and identity columns. The small ones number words and lines, which have names that are
    /// unique: they are found again, or made again, by these.
    /// </summary>
    private const string RaiseCounters =
        """
        select setval(format('%I.%I', s.schemaname, s.sequencename)::regclass, coalesce(s.last_value, s.start_value) + $1 * s.increment_by)
        from pg_sequences s where s.schemaname not in ('pg_catalog', 'information_schema') and s.data_type = 'bigint'::regtype and s.increment_by > 0 and not s.cycle
        """;

    private const string ForgetOwners =
        "update bus.line set owner = null, until = null, epoch = epoch + $1, circuit = 'closed', circuit_since = null";

    private const string Insert =
        """
        insert into bus.incarnation (n, timeline, cluster, marked_at, restored_to, marked_by, gap)
        select (select max(n) + 1 from bus.incarnation), bus.timeline(), c.system_identifier, clock_timestamp(), $1, $2, $3 from pg_control_system() c
        returning n
        """;

    private const string Others =
        """
        select distinct coalesce(nullif(a.application_name, ''), '?') from pg_stat_activity a
        where a.datname = current_database() and a.backend_type = 'client backend' and a.application_name <> current_setting('application_name')
        order by 1
        """;

    /// <summary>Makes sure that nobody else is connected to the database.</summary>
    /// <exception cref="OthersAreConnectedException">Somebody is.</exception>
    public static async Task RequireNobodyElseAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Others, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetString(0));
        if (names.Count > 0) throw new OthersAreConnectedException(names);
    }

    /// <summary>The database was promoted or moved with every committed transaction in it: it is the same one as before.</summary>
    public static async Task KeepAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(
            """
            update bus.incarnation i set timeline = bus.timeline(), cluster = c.system_identifier from pg_control_system() c
            where i.n = (select max(n) from bus.incarnation)
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Marks it.</summary>
    /// <returns>The number of the new incarnation.</returns>
    public static async Task<int> WriteAsync(NpgsqlConnection connection, RestoreTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        // Two operators at once would be two restores.
        await using (var alone = new NpgsqlCommand("lock table bus.incarnation in exclusive mode", connection)) await alone.ExecuteNonQueryAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(RaiseCounters).With(terms.Gap);
        batch.Append("delete from bus.host");
        batch.Append(ForgetOwners).With(terms.Gap);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await using var insert = new NpgsqlCommand(Insert, connection);
        insert.Parameters.Add(new() { Value = terms.RestoredTo.UtcDateTime });
        insert.Parameters.Add(new() { Value = terms.By });
        insert.Parameters.Add(new() { Value = terms.Gap });
        return (int)(await insert.ExecuteScalarAsync(cancellationToken))!;
    }
}

/// <summary>A restore is to be marked while others work on the database.</summary>
/// <param name="names">What their sessions call themselves.</param>
public sealed class OthersAreConnectedException(IReadOnlyList<string> names)
    : Exception($"Others are connected to the database ({string.Join(", ", names)}). Stop every Gateway and Worker, close other sessions, then mark the restore.");
