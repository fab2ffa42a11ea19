using Npgsql;

namespace DichVuCong.Cli.Load.Seeding;

/// <summary>
/// The indexes of the tables that are seeded: dropped while rows are copied, in the order of time while most indexes go by a code, and made at the
/// end, which costs a fraction and leaves them dense. The journal keeps its own: it grows at their end.
/// </summary>
internal sealed class SeededIndexes(NpgsqlDataSource database)
{
    private static readonly string[] Tables =
    [
        "dossier.dossier", "dossier.content", "dossier.history", "dossier.notice", "dossier.flag", "operations.dossier_phone", "bus.saga", "bus.clock",
    ];

    /// <summary>Drops them.</summary>
    /// <returns>The statements that make them again.</returns>
    public async Task<IReadOnlyList<string>> DropAsync(CancellationToken cancellationToken)
    {
        var (drop, make) = (new List<string>(), new List<string>());
        await using (var command = database.CreateCommand(
            """
            select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
              format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
            from pg_constraint c where c.conrelid = any ($1::regclass[]) and c.contype in ('p', 'u')
            union all
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """))
        {
            command.Parameters.Add(new() { Value = Tables });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                drop.Add(reader.GetString(0));
                make.Add(reader.GetString(1));
            }
        }

        foreach (var statement in drop) await ExecuteAsync(statement, cancellationToken);
        return make;
    }

    /// <summary>Makes them again.</summary>
    public async Task MakeAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements) await ExecuteAsync($"set maintenance_work_mem = '1GB'; {statement}; reset maintenance_work_mem", cancellationToken);
    }

    private async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
