using System.Diagnostics;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts.Citizens;
using DichVuCong.Testing;

namespace DichVuCong.Bench.Accounts;

/// <summary>
/// A run over citizens' accounts: those due are found by one query on one index, told or locked, and a second run at the same time tells nobody
/// again. One account in a thousand is due at each of the three steps.
/// </summary>
internal static class CitizenBench
{
    private const int ShareDue = 1000;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var database = await SeededDatabase.CreateAsync();
        var filling = Stopwatch.StartNew();
        await ExecuteAsync(database, Fill(options.Rows));
        await ExecuteAsync(database, "vacuum analyze account.citizen");
        filling.Stop();
        await using var connections = new RuntimeDatabase(database.ConnectionString);
        var messages = new EarlierMessages(
            connections, new Topology().AddCitizenNotices().Partner(new PartnerDefinition("citizen-sms").Operation(new NeverCalled<NotifyCitizenBySms>()))
                .Partner(new PartnerDefinition("citizen-email").Operation(new NeverCalled<NotifyCitizenByEmail>())), TimeProvider.System);
        var run = new CitizenRun(connections.Pooled, new CitizenRules(), messages.AppendAsync);
        var plan = await PlanAsync(database);
        var now = TimeProvider.System.GetUtcNow();
        var first = await AllAsync(run, now);
        var second = await AllAsync(run, now);
        var due = options.Rows / ShareDue;
        var told = await database.ScalarAsync<long>("select count(*) from account.citizen_notice");
        var sent = await database.ScalarAsync<long>("select count(*) from bus.ready");
        return new BenchResult("accounts", "due_per_second", [first.Due / first.Took.TotalSeconds])
            .With("citizens", options.Rows).With("due", first.Due).With("notices", told).With("locked", first.Locked).With("run_ms", first.Took.TotalMilliseconds)
            .With("find_due_ms", plan.Milliseconds).With("plan", plan.Text).With("pages_touched", plan.Buffers).With("second_run_due", second.Due)
            .With("second_run_ms", second.Took.TotalMilliseconds).With("fill_seconds", filling.Elapsed.TotalSeconds)
            .FailWhen(first.Due != due, $"{due} accounts were due, {first.Due} were found")
            .FailWhen(second.Due != 0, $"{second.Due} accounts came twice")
            .FailWhen(sent != told, $"{told} notices are noted, {sent} are on their way")
            .FailWhen(!plan.Text.Contains("citizen_due", StringComparison.Ordinal), "what is due was not found by its index");
    }

    private static async Task<(long Due, long Locked, TimeSpan Took)> AllAsync(CitizenRun run, DateTimeOffset now)
    {
        var (watch, due, locked) = (Stopwatch.StartNew(), 0L, 0L);
        while (await run.TakeAsync(now, CancellationToken.None) is { Due: > 0 } page) (due, locked) = (due + page.Due, locked + page.Locked);
        return (due, locked, watch.Elapsed);
    }

    private static string Fill(long rows) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"""
        insert into account.citizen (id, state, active_at, step, due, key, sealed)
        select 'CD' || n, 1, now() - interval '30 days', case when n % {ShareDue} = 0 then (n / {ShareDue}) % 3 else 0 end,
          case when n % {ShareDue} = 0 then now() - interval '1 hour' else now() + interval '1 day' * (1 + n % 700) end, 1, '\x00'
        from generate_series(1, {rows}) n
        """);

    /// <summary>How the server finds what is due: the node that reads the table, its time and the pages it touched.</summary>
    private static async Task<(string Text, double Milliseconds, long Buffers)> PlanAsync(TestDatabase database)
    {
        var sql = CitizenRun.SelectDue.Replace("$1", "now()", StringComparison.Ordinal).Replace("$2", "1000", StringComparison.Ordinal);
        await using var command = database.Source.CreateCommand($"explain (analyze, buffers, format json) {sql}");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        using var plan = System.Text.Json.JsonDocument.Parse(reader.GetString(0));
        var (top, text) = (plan.RootElement[0].GetProperty("Plan"), "");
        for (var node = top; ; node = node.GetProperty("Plans")[0])
        {
            text = node.TryGetProperty("Index Name", out var index) ? $"{node.GetProperty("Node Type").GetString()} {index.GetString()}" : node.GetProperty("Node Type").GetString()!;
            if (!node.TryGetProperty("Plans", out _)) break;
        }

        return (text, plan.RootElement[0].GetProperty("Execution Time").GetDouble(), top.GetProperty("Shared Hit Blocks").GetInt64() + top.GetProperty("Shared Read Blocks").GetInt64());
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class NeverCalled<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody runs the lines here.");

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody runs the lines here.");
    }
}
