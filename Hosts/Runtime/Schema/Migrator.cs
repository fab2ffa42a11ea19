using System.Data;
using Npgsql;

namespace DichVuCong.Runtime.Schema;

/// <summary>
/// Brings a database to this build's schema: numbered SQL, applied once, under a lock, so that hosts that start together do not race.
/// </summary>
public static class Migrator
{
    private const long LockKey = 0x4456435F4D494752; // "DVC_MIGR"

    /// <summary>Applies what is missing of <paramref name="sets"/>, in their order, each file in a transaction of its own.</summary>
    /// <returns>The files applied now, as <c>room/name</c>.</returns>
    /// <exception cref="InvalidOperationException">A file that was applied before has another text now.</exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(
        NpgsqlDataSource database, IReadOnlyList<MigrationSet> sets, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (connection)
        {
            await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancellationToken);
            try
            {
                await ExecuteAsync(connection, CreateLedger, cancellationToken);
                var applied = new List<string>();
                foreach (var set in sets)
                {
                    var known = await ReadLedgerAsync(connection, set.Room, cancellationToken);
                    foreach (var migration in set.Migrations)
                    {
                        if (await ApplyOneAsync(connection, set.Room, migration, known, cancellationToken)) applied.Add($"{set.Room}/{migration.Name}");
                    }
                }

                return applied;
            }
            finally
            {
                // Not cancellable: a pooled connection must not go back with the lock. One that broke has lost it with its session, and what broke it
                // is what the caller must learn.
                if (connection.State == ConnectionState.Open) await ExecuteAsync(connection, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
            }
        }
    }

    private const string CreateLedger =
        """
        create schema if not exists bus;
        create table if not exists bus.migration (
          room text not null, number int not null, name text not null, fingerprint text not null,
          applied_at timestamptz not null default now(), primary key (room, number));
        """;

    private static async Task<bool> ApplyOneAsync(
        NpgsqlConnection connection, string room, Migration migration, Dictionary<int, string> known, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(migration.Number, out var fingerprint))
        {
            return string.Equals(fingerprint, migration.Fingerprint, StringComparison.Ordinal)
                ? false
                : throw new InvalidOperationException(
                    $"Migration {room}/{migration.Name} was applied with another text. A released migration never changes: add the next number.");
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, migration.Sql, cancellationToken);
        await using var note = new NpgsqlCommand("insert into bus.migration (room, number, name, fingerprint) values ($1, $2, $3, $4)", connection);
        note.Parameters.Add(new() { Value = room });
        note.Parameters.Add(new() { Value = migration.Number });
        note.Parameters.Add(new() { Value = migration.Name });
        note.Parameters.Add(new() { Value = migration.Fingerprint });
        await note.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<Dictionary<int, string>> ReadLedgerAsync(NpgsqlConnection connection, string room, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number, fingerprint from bus.migration where room = $1", connection);
        command.Parameters.Add(new() { Value = room });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken)) known.Add(reader.GetInt32(0), reader.GetString(1));
        return known;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // The text is a constant of ours or an embedded migration; several statements in one command rule out a parameterised form.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
