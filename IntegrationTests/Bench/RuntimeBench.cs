using System.Diagnostics;
using System.Text.Json.Serialization;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Schema;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Bench;

/// <summary>
/// Messages through the runtime: sagas of 3,000 keys in 150 flows send themselves the next step, with order, fairness, indexed journal, its
/// chain and version checks on. No hop goes through a partner's line.
/// </summary>
internal static class RuntimeBench
{
    private const int Keys = 3000;
    private const int Flows = 150;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var database = await TestDatabase.CreateAsync(MigrationSet.Of("bus", typeof(RuntimeHost).Assembly));
        await using var connections = new RuntimeDatabase(database.ConnectionString);
        var topology = Walker.Topology();
        var lines = new LineDirectory(connections.Pooled);
        using var door = new Door(connections, topology, [], new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        using var host = new RuntimeHost(
            connections, topology, new NoCalendars(), [], lines, new RuntimeOptions(), TimeProvider.System, NullLogger<RuntimeHost>.Instance);
        await door.StartAsync(CancellationToken.None);
        await host.StartAsync(CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => door.AcceptAsync(
            new DoorCall { Messages = [new DoorMessage(new Step($"key-{key}", 0, "a message of ordinary size, as most of them are"), Flow.Of(key % Flows, Urgency.Normal))] },
            CancellationToken.None)));

        await Task.Delay(TimeSpan.FromSeconds(options.WarmupSeconds));
        var rounds = new List<double>();
        var (cpu, all) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        long first = Walker.Steps;
        for (var round = 0; round < options.Rounds; round++)
        {
            var (before, watch) = (Walker.Steps, Stopwatch.StartNew());
            await Task.Delay(options.Round);
            rounds.Add((Walker.Steps - before) / watch.Elapsed.TotalSeconds);
        }

        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / (Walker.Steps - first);
        await host.StopAsync(CancellationToken.None);
        await door.StopAsync(CancellationToken.None);
        return new BenchResult("runtime", "messages_per_second", rounds)
            .With("worker_cpu_us_per_message", used.ToString("F1"))
            .With("keys", Keys)
            .With("flows", Flows)
            .With("hops_through_lines", "none")
            .With("fsync", await database.ScalarAsync<string>("show fsync"))
            .With("synchronous_commit", await database.ScalarAsync<string>("show synchronous_commit"));
    }
}

internal sealed record Step(string Key, int Number, string Text);

internal sealed record WalkerState(int Number, DateTimeOffset At, string Text);

internal sealed class Walker : Saga<WalkerState>, IStartedBy<WalkerState, Step>
{
    private static long s_steps;

    public static long Steps => Interlocked.Read(ref s_steps);

    public static Topology Topology()
    {
        var saga = new SagaDefinition<WalkerState>("walkers", WalkerJson.Default.WalkerState).StartedBy<Step>(new Walker());
        return new Topology()
            .Message(new MessageType<Step>("bench.step.v1", WalkerJson.Default.Step, step => step.Key))
            .Saga(saga, typeof(Step));
    }

    public Decision<WalkerState> Handle(WalkerState? state, Step message, Occasion occasion)
    {
        Interlocked.Increment(ref s_steps);
        return Become(new WalkerState(message.Number, occasion.Now, "a state of some three hundred bytes " + new string('x', 220)))
            .Send(message with { Number = message.Number + 1 })
            .Took("step");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Step))]
[JsonSerializable(typeof(WalkerState))]
internal sealed partial class WalkerJson : JsonSerializerContext;

/// <summary>No saga of the bench counts working time.</summary>
internal sealed class NoCalendars : ICalendarSource, ICalendars
{
    public ICalendars Current => this;

    public int Version => 1;

    public DateTimeOffset Due(ClockTerms terms) => throw new NotSupportedException("The bench counts no working time.");

    public long UsedAt(ClockTerms terms, DateTimeOffset at) => throw new NotSupportedException("The bench counts no working time.");

    public int WorkingDaysBetween(string calendar, DateTimeOffset from, DateTimeOffset to) => throw new NotSupportedException("The bench counts no working time.");
}
