using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Golden.Tests.Upgrade;

/// <summary>This build at work on a database of an older one.</summary>
internal sealed class UpgradedSystem : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestDatabase _database;
    private readonly RuntimeDatabase _connections;
    private readonly RuntimeHost _host;
    private int _rows;

    private UpgradedSystem(TestDatabase database, ICalendars calendars)
    {
        _database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        var topology = SystemTopology.Of(Partners, Partners, Partners).AddDoorRecords();
        IRecorder[] recorders = [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()];
        Door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, Log.CreateLogger<Door>());
        _host = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            Log.CreateLogger<RuntimeHost>());
        Parking = new ParkingDesk(_connections.Pooled, TimeProvider.System);
    }

    public TestLog Log { get; } = new();

    public Door Door { get; }

    public ParkingDesk Parking { get; }

    public WillingPartners Partners { get; } = new();

    public static async Task<UpgradedSystem> StartAsync(TestDatabase database)
    {
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var system = new UpgradedSystem(database, new WorkingCalendars(catalogue.Calendars));
        await system.Door.StartAsync(CancellationToken.None);
        await system._host.StartAsync(CancellationToken.None);
        await system._host.Ready;
        return system;
    }

    /// <summary>A system that had no line gets one.</summary>
    public Task ConnectAsync(string partner) =>
        new LineDirectory(_connections.Pooled).DeclareAsync([new LineDeclaration(partner, 1, LineLimits.Default)], CancellationToken.None);

    /// <summary>Hands in what a caller or an operator says of a dossier, in the dossier's flow.</summary>
    public async Task SendAsync(DossierCode dossier, params object[] messages)
    {
        var row = (await new DossierLookup(_database.Source).FindAsync(dossier, CancellationToken.None))!;
        await Door.AcceptAsync(new DoorCall { Messages = [.. messages.Select(message => new DoorMessage(message, row.Flow))] }, CancellationToken.None);
    }

    /// <summary>What the agency says of it now.</summary>
    public object Row(DossierCode dossier, string system, DossierState state) => new RecordAgencyStatus(dossier, system, new AgencyStatusRow
    {
        RowId = $"ee{Interlocked.Increment(ref _rows):x14}",
        Source = StatusSource.Progress,
        State = state,
        At = TimeProvider.System.GetUtcNow(),
    });

    public async Task<DossierState> StateOfAsync(DossierCode dossier) => (await new DossierLookup(_database.Source).FindAsync(dossier, CancellationToken.None))!.State;

    public Task UntilAsync(DossierCode dossier, Func<DossierState, bool> reached) => Eventually.HoldsAsync(
        async () => reached(await StateOfAsync(dossier)), $"{dossier} gets there", Patience);

    public Task UntilNoneAsync(string table) => Eventually.HoldsAsync(
        async () => await _database.ScalarAsync<long>($"select count(*) from {table}") == 0, $"nothing is left in {table}", Patience);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await Door.StopAsync(CancellationToken.None);
        _host.Dispose();
        Door.Dispose();
        await _connections.DisposeAsync();
    }

    private sealed class Fixed(ICalendars calendars) : ICalendarSource
    {
        public ICalendars Current => calendars;
    }
}
