using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Versions;

/// <summary>A build reads N and N+1 before any build writes N+1: writing is switched on when every live host understands it.</summary>
internal sealed class When_two_builds_work_beside_each_other
{
    /// <summary>A host of a build before hosts said what they read.</summary>
    private const string SilentHost =
        """
        insert into bus.host (id, kind, machine, build, workers, started_at, heartbeat)
        values (gen_random_uuid(), 'worker', 'old', 'old', 2, now(), now() + interval '1 hour')
        """;

    [Test]
    public async Task Should_write_what_the_older_one_reads_until_it_is_gone()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        var older = await harness.StartAsync(Builds.Older());
        await harness.StartAsync(Builds.Newer(waits: true));

        for (var payment = 0; payment < 40; payment++) await harness.SendAsync(Builds.Newer(waits: true), new PayIn($"k{payment % 8}", 1, "vnd"));
        for (var key = 0; key < 8; key++) await harness.UntilStateAsync($"k{key}", """1 {"total":5}""");
        (await harness.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
        (await harness.Database.ScalarAsync<long>("select count(*) from bus.held")).ShouldBe(0);

        await older.StopAsync(CancellationToken.None);
        await UntilItWritesTheNewerAsync(harness);
    }

    [Test]
    public async Task Should_take_a_host_that_says_nothing_for_an_older_one()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        await harness.ExecuteAsync(SilentHost);
        await harness.StartAsync(Builds.Newer(waits: true));

        await harness.SendAsync(Builds.Newer(waits: true), new PayIn("k", 150, "vnd"));
        await harness.UntilStateAsync("k", """1 {"total":100}""");
        await harness.UntilStateAsync("k-rest", """1 {"total":50}""");

        await harness.ExecuteAsync("delete from bus.host where build = 'old'");
        await UntilItWritesTheNewerAsync(harness);
    }

    [Test]
    public async Task Should_write_the_older_while_nobody_is_there_to_ask()
    {
        await using var harness = await BuildsHarness.CreateAsync();

        await harness.SendAsync(Builds.Newer(waits: true), new PayIn("k", 5, "vnd"));

        (await harness.Database.ScalarAsync<short>("select schema from bus.ready")).ShouldBe((short)1);
        await harness.StartAsync(Builds.Older());
        await harness.UntilStateAsync("k", """1 {"total":5}""");
    }

    [Test]
    public async Task Should_write_both_messages_and_states_in_the_newer_when_all_understand()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        await harness.StartAsync(Builds.Newer(waits: true));
        await UntilItWritesTheNewerAsync(harness);

        // Only a reader of schema 2 keeps the currency, through the message that the first purse sends.
        await harness.ExecuteAsync("delete from bus.saga");
        await harness.SendAsync(Builds.Newer(), new PayIn("k", 150, "usd"));

        await harness.UntilStateAsync("k", """2 {"sum":100,"currency":"usd"}""");
        await harness.UntilStateAsync("k-rest", """2 {"sum":50,"currency":"usd"}""");
    }

    private static Task UntilItWritesTheNewerAsync(BuildsHarness harness) => Eventually.HoldsAsync(
        async () =>
        {
            await harness.SendAsync(Builds.Newer(waits: true), new PayIn("later", 0, "vnd"));
            return (await harness.StateOfAsync("later")).StartsWith('2');
        },
        "states are written in schema 2",
        TimeSpan.FromSeconds(60));
}
