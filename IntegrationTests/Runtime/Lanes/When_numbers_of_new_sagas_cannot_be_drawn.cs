using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Lanes;

/// <summary>A database that is away, while a batch is under way, is no fault of the messages.</summary>
internal sealed class When_numbers_of_new_sagas_cannot_be_drawn
{
    [Test]
    public async Task Should_park_nothing_and_go_on_when_the_database_does()
    {
        await using var system = await RuntimeHarness.StartAsync();
        await ExecuteAsync(system, "alter sequence bus.saga_id rename to saga_id_away");

        await system.SendInOrderAsync(new Note("key", 1), new Note("key", 2));
        await Eventually.HoldsAsync(() => system.Log.Lines.Any(line => line.Text.Contains("did not go on", StringComparison.Ordinal)), "a batch fails", TimeSpan.FromSeconds(30));
        await ExecuteAsync(system, "alter sequence bus.saga_id_away rename to saga_id");

        await system.UntilAsync("key", state => state.Numbers.Count == 2);
        (await system.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
    }

    private static async Task ExecuteAsync(RuntimeHarness system, string sql)
    {
        await using var command = system.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
