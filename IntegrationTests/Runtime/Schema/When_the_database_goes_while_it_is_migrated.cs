using DichVuCong.Runtime.Schema;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Schema;

internal sealed class When_the_database_goes_while_it_is_migrated
{
    private static readonly MigrationSet Dying = new("dying", [new Migration(1, "001-die", "select pg_terminate_backend(pg_backend_pid())")]);

    /// <summary>A host that starts waits for a database that is away; it must be able to tell that it is.</summary>
    [Test]
    public async Task Should_say_so_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync();

        var failure = await Should.ThrowAsync<PostgresException>(Migrator.ApplyAsync(database.Source, [Dying], CancellationToken.None));

        failure.SqlState.ShouldBe(PostgresErrorCodes.AdminShutdown);
        (await database.ScalarAsync<long>("select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"))
            .ShouldBe(0);
    }
}
