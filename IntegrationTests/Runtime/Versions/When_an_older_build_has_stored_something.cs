using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Versions;

/// <summary>What older builds stored is lifted; what nobody here can read is not guessed at, and troubles its own key only.</summary>
internal sealed class When_an_older_build_has_stored_something
{
    [Test]
    public async Task Should_lift_its_states_and_its_messages()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        var older = await harness.StartAsync(Builds.Older());
        await harness.SendAsync(Builds.Older(), new Pay("k", 5));
        await harness.UntilStateAsync("k", """1 {"total":5}""");
        await older.StopAsync(CancellationToken.None);
        await harness.SendAsync(Builds.Older(), new Pay("k", 2), new Pay("new", 3));

        await harness.StartAsync(Builds.Newer());

        await harness.UntilStateAsync("k", """2 {"sum":7,"currency":"vnd"}""");
        await harness.UntilStateAsync("new", """2 {"sum":3,"currency":"vnd"}""");
    }

    [TestCase("update bus.saga set schema = 3 where key = 'k'", TestName = "Should_not_misread_a_state_of_a_newer_build")]
    [TestCase("update bus.ready set schema = 3 where key = 'k'", TestName = "Should_not_misread_a_message_of_a_newer_build")]
    [TestCase("update bus.saga set state = 'nothing' where key = 'k'", TestName = "Should_leave_alone_a_state_that_cannot_be_read")]
    [TestCase("update bus.ready set body = 'null' where key = 'k'", TestName = "Should_leave_alone_a_message_that_cannot_be_read")]
    public async Task Should_not_guess(string spoil)
    {
        await using var harness = await BuildsHarness.CreateAsync();
        var first = await harness.StartAsync(Builds.Newer());
        await harness.SendAsync(Builds.Newer(), new PayIn("k", 5, "vnd"), new PayIn("other", 5, "vnd"));
        await harness.UntilStateAsync("k", """2 {"sum":5,"currency":"vnd"}""");
        await first.StopAsync(CancellationToken.None);
        await harness.SendAsync(Builds.Newer(), new PayIn("k", 2, "vnd"), new PayIn("other", 2, "vnd"));
        await harness.ExecuteAsync(spoil);
        var before = await harness.StateOfAsync("k");

        await harness.StartAsync(Builds.Newer());

        await harness.UntilStateAsync("other", """2 {"sum":7,"currency":"vnd"}""");
        await Eventually.HoldsAsync(
            async () => await harness.Database.ScalarAsync<long>(
                "select (select count(*) from bus.parked where key = 'k') + (select count(*) from bus.held where key = 'k')") == 1,
            "it is kept",
            TimeSpan.FromSeconds(40));
        (await harness.StateOfAsync("k")).ShouldBe(before);
        (await harness.Database.ScalarAsync<long>("select count(*) from bus.blocked where key = 'k'")).ShouldBe(1, "its key is closed");
    }

    [Test]
    public async Task Should_not_fall_over_a_clock_that_somebody_edited()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        await harness.StartAsync(Builds.Newer());
        await harness.SendAsync(Builds.Newer(), new PayIn("k", 5, "vnd"));
        await harness.UntilStateAsync("k", """2 {"sum":5,"currency":"vnd"}""");
        await harness.ExecuteAsync(
            """
            insert into bus.ready (lane, flow, id, type, schema, endpoint, key, conversation, sent_at, body)
            select l.lane, s.flow, gen_random_uuid(), w.id, 1, s.type, s.key, gen_random_uuid(), now(), 'not a clock'
            from bus.saga s, bus.word w, (select lane from bus.journal limit 1) l where s.key = 'k' and w.name = 'bus.clock-fired.v1'
            """);

        await Eventually.HoldsAsync(
            async () => await harness.Database.ScalarAsync<long>("select count(*) from bus.parked where key = 'k'") == 1, "it is parked");
        await harness.SendAsync(Builds.Newer(), new PayIn("another", 1, "vnd"));
        await harness.UntilStateAsync("another", """2 {"sum":1,"currency":"vnd"}""");
    }
}
