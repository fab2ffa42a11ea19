using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Golden.Recorder;

/// <summary>The door, a worker and partners of every temper, on a database with the shipped catalogue.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly RuntimeDatabase _connections;
    private readonly IRecorder[] _recorders = [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()];
    private RuntimeHost? _host;

    public World(TestDatabase database)
    {
        Database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        Door = new Door(_connections, Topology(), _recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
    }

    public TestDatabase Database { get; }

    public Door Door { get; }

    public async Task StartAsync()
    {
        var catalogue = await new CatalogueStore(Database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var lines = new LineDirectory(_connections.Pooled);
        await lines.DeclareAsync([.. Systems.Lines], CancellationToken.None);
        _host = new RuntimeHost(
            _connections, Topology(), new Fixed(new WorkingCalendars(catalogue.Calendars)), _recorders, lines,
            new RuntimeOptions { ShutdownPatience = TimeSpan.FromSeconds(1) }, TimeProvider.System, NullLogger<RuntimeHost>.Instance);
        await Door.StartAsync(CancellationToken.None);
        await _host.StartAsync(CancellationToken.None);
        await _host.Ready;
    }

    /// <summary>Stops the worker; the door stays open. Calls that hang are left behind with their marks.</summary>
    public async Task StopAsync()
    {
        await _host!.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    public Task UntilAsync(string sql, long count) => Eventually.HoldsAsync(
        async () => await Database.ScalarAsync<long>(sql) == count, $"{count} of: {sql}", TimeSpan.FromMinutes(2));

    public async ValueTask DisposeAsync()
    {
        await Door.StopAsync(CancellationToken.None);
        Door.Dispose();
        await _connections.DisposeAsync();
    }

    private static Topology Topology() => new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
        .Partner(new PartnerDefinition("onestop").Operation(new Systems(), command => command.System))
        .Partner(new PartnerDefinition("sms").Operation<SendSms>(new SmsProvider()))
        .Partner(new PartnerDefinition("email").Operation<SendEmail>(new MailServer()));

    private sealed class Fixed(ICalendars calendars) : ICalendarSource
    {
        public ICalendars Current => calendars;
    }
}
