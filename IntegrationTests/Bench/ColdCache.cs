using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Bench;

/// <summary>
/// Makes the server forget what it has read of a database: its own buffers are filled with other tables' pages, and the operating system is told
/// to drop the files from its cache. It needs a superuser on a server of this machine; elsewhere nothing is forgotten, and the bench says so.
/// </summary>
internal static class ColdCache
{
    public static async Task<bool> MakeAsync(TestDatabase database)
    {
        try
        {
            await ExecuteAsync(database, "create extension if not exists pg_prewarm");
            await ExecuteAsync(
                database,
                """
                create unlogged table if not exists public.flood as
                select i, repeat('x', 7000) as filler from generate_series(1, (select pg_size_bytes(current_setting('shared_buffers')) / 8192)::int * 5 / 4) i
                """);
            await ExecuteAsync(database, "alter table public.flood alter column filler set storage plain");
            await ExecuteAsync(database, "checkpoint");
            await ExecuteAsync(database, "select pg_prewarm('public.flood', 'buffer')");
            await ExecuteAsync(
                database,
                """
                do $$ begin
                  execute format('copy (select 1) to program %L',
                    'cat > /dev/null; for f in base/' || (select oid from pg_database where datname = current_database())
                    || '/*; do dd if="$f" iflag=nocache count=0 status=none; done');
                end $$
                """);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
