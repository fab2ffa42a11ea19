using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Schema;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>A database with hosts on it, as production has them, and a door.</summary>
internal sealed class RuntimeHarness : IAsyncDisposable
{
    private readonly List<(RuntimeHost Host, RuntimeDatabase Connections)> _hosts = [];

    private RuntimeHarness(TestDatabase database)
    {
        Database = database;
        Connections = new RuntimeDatabase(database.ConnectionString);
        Door = new Door(
            Connections, LedgerTopology.Create(Partner), [new LineRecorder()], new DoorOptions(), TimeProvider.System, Log.CreateLogger<Door>());
        Parking = new ParkingDesk(Connections.Pooled, TimeProvider.System);
    }

    public TestLog Log { get; } = new();

    public TestDatabase Database { get; }

    public RuntimeDatabase Connections { get; }

    public Door Door { get; }

    public ParkingDesk Parking { get; }

    public ScriptedPartner Partner { get; } = new();

    public SteppingCalendars Calendars { get; } = new();

    public static async Task<RuntimeHarness> StartAsync(int hosts = 1, RuntimeOptions? options = null, LineLimits? limits = null)
    {
        var database = await TestDatabase.CreateAsync(MigrationSet.Of("bus", typeof(RuntimeHost).Assembly));
        await using (var table = database.Source.CreateCommand(LineRecorder.Table)) await table.ExecuteNonQueryAsync();
        var harness = new RuntimeHarness(database);
        var quick = limits ?? LineLimits.Default with
        {
            FirstRetryAfter = TimeSpan.FromMilliseconds(20),
            LongestRetryAfter = TimeSpan.FromMilliseconds(100),
            CircuitStaysOpen = TimeSpan.FromMilliseconds(100),
            CallTimeout = TimeSpan.FromMilliseconds(500),
        };
        await new LineDirectory(harness.Connections.Pooled).DeclareAsync(
            [new LineDeclaration("partner:a", 1, quick), new LineDeclaration("partner:b", 1, quick)], CancellationToken.None);
        await harness.Door.StartAsync(CancellationToken.None);
        await harness.Door.Opened;
        for (var host = 0; host < hosts; host++) await harness.AddHostAsync(options);
        return harness;
    }

    /// <summary>Adds a host: of this build unless a topology is given, with the right time unless a clock is, straight to the server unless a port is.</summary>
    public async Task<RuntimeHost> AddHostAsync(RuntimeOptions? options = null, Topology? build = null, TimeProvider? time = null, int? port = null)
    {
        var address = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        var connections = new RuntimeDatabase(new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Port = port ?? address.Port }.ConnectionString);
        var topology = build ?? LedgerTopology.Create(Partner);
        IRecorder[] recorders = topology.Recorders.Count == 0 ? [] : [new LineRecorder()];
        var host = new RuntimeHost(
            connections, topology, Calendars, recorders, new LineDirectory(connections.Pooled),
            options ?? new RuntimeOptions { Workers = 2 }, time ?? TimeProvider.System, Log.CreateLogger<RuntimeHost>());
        _hosts.Add((host, connections));
        await host.StartAsync(CancellationToken.None);
        await host.Ready;
        return host;
    }

    public Task<DoorAnswer[]> SendAsync(params object[] messages) => Task.WhenAll(messages.Select(message => SendAsync(message, Flow.Shared)));

    public Task<DoorAnswer> SendAsync(object message, int flow) =>
        Door.AcceptAsync(new DoorCall { Messages = [new DoorMessage(message, flow)] }, CancellationToken.None);

    /// <summary>Sends in one call: the messages keep their order.</summary>
    public Task<DoorAnswer> SendInOrderAsync(params object[] messages) => Door.AcceptAsync(
        new DoorCall { Messages = [.. messages.Select(message => new DoorMessage(message, Flow.Shared))] }, CancellationToken.None);

    public async Task<LedgerState?> StateOfAsync(string key)
    {
        await using var command = Database.Source.CreateCommand("select state from bus.saga where key = $1");
        command.Parameters.Add(new() { Value = key });
        return await command.ExecuteScalarAsync() is byte[] state ? (LedgerState)LedgerTopology.Create(Partner).Sagas["ledgers"].ReadState(state) : null;
    }

    public Task UntilAsync(string key, Func<LedgerState, bool> condition, TimeSpan? within = null) => Eventually.HoldsAsync(
        async () => await StateOfAsync(key) is { } state && condition(state), $"the state of {key}", within);

    public Task UntilRowsAsync(string countQuery, long rows, TimeSpan? within = null) =>
        Eventually.HoldsAsync(async () => await Database.ScalarAsync<long>(countQuery) == rows, $"{rows} rows of: {countQuery}", within);

    /// <summary>Stops all hosts, gracefully.</summary>
    public async Task StopHostsAsync()
    {
        await Task.WhenAll(_hosts.Select(async host =>
        {
            await host.Host.StopAsync(CancellationToken.None);
            host.Host.Dispose();
            await host.Connections.DisposeAsync();
        }));
        _hosts.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostsAsync();
        await Door.StopAsync(CancellationToken.None);
        Door.Dispose();
        await Connections.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>Calendars of the tests: a working minute is a minute, and each version adds an hour to every deadline.</summary>
internal sealed class SteppingCalendars : ICalendarSource
{
    private int _version = 1;

    /// <summary>A defect: nobody can ask for the calendars any more.</summary>
    public bool AreBroken { get; set; }

    public ICalendars Current => AreBroken ? throw new NotSupportedException("A defect of the test's own.") : new Calendars(Volatile.Read(ref _version));

    public void Step() => Interlocked.Increment(ref _version);

    private sealed record Calendars(int Version) : ICalendars
    {
        public DateTimeOffset Due(ClockTerms terms) => terms.Started.AddMinutes(terms.Budget - terms.Used).AddHours(Version - 1);

        public long UsedAt(ClockTerms terms, DateTimeOffset at) => terms.Used + (long)(at - terms.Started).TotalMinutes;

        public int WorkingDaysBetween(string calendar, DateTimeOffset from, DateTimeOffset to) => (to - from).Days;
    }
}
