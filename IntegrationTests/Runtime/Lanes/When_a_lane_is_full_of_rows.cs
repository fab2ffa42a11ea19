using System.Text.Json;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Tests.Support;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Lanes;

/// <summary>The claim's plan and the pages it touches, against nothing, a million messages that are ready, and a million dead ones that a snapshot holds.</summary>
internal sealed class When_a_lane_is_full_of_rows
{
    private const int Million = 1_000_000;

    /// <summary>Far above what index scans need for a claim of 500, far below what reading the rows would.</summary>
    private const long FewPages = 12_000;

    private RuntimeHarness _system = null!;
    private NpgsqlConnection _connection = null!;

    [SetUp]
    public async Task Start()
    {
        _system = await RuntimeHarness.StartAsync(hosts: 0);
        _connection = await _system.Database.Source.OpenConnectionAsync();
        await ExecuteAsync(LaneCommands.Session);
        await ExecuteAsync("set statement_timeout = '120s'; set idle_in_transaction_session_timeout = 0");
    }

    [TearDown]
    public async Task Stop()
    {
        await _connection.DisposeAsync();
        await _system.DisposeAsync();
    }

    [Test]
    public async Task Should_use_the_index_alone_when_there_is_nothing()
    {
        (await ClaimAsync()).ShouldBeLessThan(FewPages);
    }

    [Test]
    public async Task Should_touch_few_pages_before_a_million_ready_messages_and_behind_a_million_dead_ones_that_a_snapshot_holds()
    {
        await FillAsync();
        (await ClaimAsync()).ShouldBeLessThan(FewPages);

        await using var reader = await _system.Database.Source.OpenConnectionAsync();
        await using var snapshot = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        await using (var look = new NpgsqlCommand("select count(*) from bus.lane", reader)) await look.ExecuteScalarAsync();
        await ExecuteAsync("delete from bus.ready");
        await _system.SendAsync(new Note("alive", 1));
        var withoutMarks = await ClaimAsync();

        // Two looks, with the time between them made to pass.
        for (var look = 0; look < 2; look++)
        {
            await ExecuteAsync("update bus.mark set looked_at = '-infinity'");
            await using var raise = new NpgsqlCommand(MarkCommands.Raise, _connection);
            raise.Parameters.Add(new() { Value = Enumerable.Range(0, Lane.Count).Select(lane => (short)lane).ToArray() });
            (await raise.ExecuteNonQueryAsync()).ShouldBe(Lane.Count);
        }

        var withMarks = await ClaimAsync();
        withMarks.ShouldBeLessThan(FewPages);
        withoutMarks.ShouldBeGreaterThan(withMarks * 3, "otherwise the marks are for nothing");
    }

    [Test]
    public async Task Should_find_what_goes_back_below_the_mark()
    {
        await ExecuteAsync("update bus.mark set mark = 1000000, next_mark = 1000000, looked_at = now()");
        await _system.AddHostAsync();
        await _system.SendInOrderAsync(new SetAlarm("late", "bell", DateTimeOffset.MaxValue, Minutes: null));
        await ExecuteAsync("update bus.mark set mark = 0, next_mark = 0");
        await _system.UntilRowsAsync("select count(*) from bus.waiting", 1);
        await ExecuteAsync("update bus.mark set mark = 1000000, next_mark = 1000000, looked_at = now()");
        await ExecuteAsync("select setval('bus.message_seq', 2000000)");

        // The saga comes: what waited for it goes back with its old number, which lies below the mark.
        await _system.SendAsync(new Note("late", 1));

        await _system.UntilRowsAsync("select count(*) from bus.clock", 1);
        (await _system.Database.ScalarAsync<long>($"select mark from bus.mark where lane = {Lane.Of("late")}")).ShouldBeLessThan(1_000_000);
    }

    private Task FillAsync() => ExecuteAsync(
        $"""
        insert into bus.ready (lane, flow, id, type, schema, endpoint, key, conversation, sent_at, body)
        select n % 64, n % 150, gen_random_uuid(), 1, 1, 1, 'key-' || n, gen_random_uuid(), now(), '\x7b7d'
        from generate_series(1, {Million}) n order by 1, 2
        """);

    /// <summary>Looks for lanes and claims, as a worker does, and rolls back; returns the pages touched, after making sure that no plan reads a table.</summary>
    private async Task<long> ClaimAsync()
    {
        await using var transaction = await _connection.BeginTransactionAsync();
        var pages = await ExplainAsync(LaneCommands.LockLanes, 0, true, Lane.LockSpace, 64L, false);
        var lanes = new List<short>();
        var marks = new List<long>();
        await using (var held = Command(LaneCommands.LockLanes, 0, true, Lane.LockSpace, 64L, false))
        {
            await using var reader = await held.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                lanes.Add(reader.GetInt16(0));
                marks.Add(reader.GetInt64(3));
            }
        }

        return pages + await ExplainAsync(LaneCommands.Claim, lanes.ToArray(), int.MinValue, Math.Max(1, 500 / Math.Max(1, lanes.Count)), 500L, marks.ToArray());
    }

    private async Task<long> ExplainAsync(string sql, params object[] values)
    {
        await using var command = Command("explain (analyze, buffers, format json) " + sql, values);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var root = plan.RootElement[0].GetProperty("Plan");
        foreach (var node in NodesOf(root))
        {
            var relation = node.TryGetProperty("Relation Name", out var name) ? name.GetString() : null;
            if (relation == "ready") node.GetProperty("Node Type").GetString()!.ShouldBeOneOf("Index Scan", "Index Only Scan", "Tid Scan", "ModifyTable");
        }

        return root.GetProperty("Shared Hit Blocks").GetInt64() + root.GetProperty("Shared Read Blocks").GetInt64();
    }

    private static IEnumerable<JsonElement> NodesOf(JsonElement node) =>
        node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().SelectMany(NodesOf).Prepend(node) : [node];

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
