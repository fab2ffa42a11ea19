using System.Text;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Schema;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Runtime.Tests.Versions;

/// <summary>A database on which hosts and doors of different builds come and go.</summary>
internal sealed class BuildsHarness : IAsyncDisposable
{
    private readonly RuntimeDatabase _connections;
    private readonly List<RuntimeHost> _hosts = [];

    private BuildsHarness(TestDatabase database) => (Database, _connections) = (database, new RuntimeDatabase(database.ConnectionString));

    public TestDatabase Database { get; }

    public TestLog Log { get; } = new();

    public static async Task<BuildsHarness> CreateAsync() => new(await TestDatabase.CreateAsync(MigrationSet.Of("bus", typeof(RuntimeHost).Assembly)));

    public async Task<RuntimeHost> StartAsync(Topology build, int workers = 2)
    {
        var host = new RuntimeHost(
            _connections, build, new SteppingCalendars(), [], new LineDirectory(_connections.Pooled), new RuntimeOptions { Workers = workers, ServeLines = false },
            TimeProvider.System, Log.CreateLogger<RuntimeHost>());
        _hosts.Add(host);
        await host.StartAsync(CancellationToken.None);
        await host.Ready;
        return host;
    }

    /// <summary>Hands messages in through a door of a build.</summary>
    public async Task SendAsync(Topology build, params object[] messages)
    {
        using var door = new Door(_connections, build, [], new DoorOptions(), TimeProvider.System, Log.CreateLogger<Door>());
        await door.StartAsync(CancellationToken.None);
        await door.Opened;
        await door.AcceptAsync(new DoorCall { Messages = [.. messages.Select(message => new DoorMessage(message, Flow.Shared))] }, CancellationToken.None);
        await door.StopAsync(CancellationToken.None);
    }

    /// <summary>A saga's state as it is stored: <c>schema json</c>; empty when there is none.</summary>
    public async Task<string> StateOfAsync(string key)
    {
        await using var command = Database.Source.CreateCommand("select schema, state from bus.saga where key = $1");
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? $"{reader.GetInt16(0)} {Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(1))}" : "";
    }

    public Task UntilStateAsync(string key, string state) =>
        Eventually.HoldsAsync(async () => await StateOfAsync(key) == state, $"the state of {key} is {state}", TimeSpan.FromSeconds(40));

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }

        await _connections.DisposeAsync();
        await Database.DisposeAsync();
    }
}
