using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>
/// A door and a worker in this process, on a database of a test; an agency's system that fails until the test mends it. One failure parks a call.
/// </summary>
internal sealed class StuckWorld : IAsyncDisposable
{
    public const string System = "H29";

    private readonly TestDatabase _database;
    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;

    private StuckWorld(TestDatabase database, ICalendars calendars)
    {
        _database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
            .Partner(new PartnerDefinition("onestop").Operation(Agency, command => command.System))
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(new Takes<SendSms>()))
            .Partner(new PartnerDefinition("email").Operation<SendEmail>(new Takes<SendEmail>()));
        IRecorder[] recorders = [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()];
        _door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    /// <summary>The agency's system.</summary>
    public MendedAgency Agency { get; } = new();

    public static async Task<StuckWorld> StartAsync(TestDatabase database)
    {
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var world = new StuckWorld(database, new WorkingCalendars(catalogue.Calendars));
        var lines = new[] { $"onestop:{System}", "sms", "email" }.Select(partner => new LineDeclaration(partner, 1, LineLimits.Default with { MaxAttempts = 1 }));
        await new LineDirectory(world._connections.Pooled).DeclareAsync([.. lines], CancellationToken.None);
        await world._door.StartAsync(CancellationToken.None);
        await world._host.StartAsync(CancellationToken.None);
        await world._host.Ready;
        return world;
    }

    /// <summary>Files a dossier for an agency below H29.</summary>
    public async Task<DossierCode> FileAsync(int number)
    {
        var code = DossierCode.Parse($"H29.168-261121-{5_000_000 + number}");
        var agency = AgencyCode.Parse("H29.168");
        var procedure = ProcedureCode.Parse("1.000689");
        var (now, flow) = (TimeProvider.System.GetUtcNow(), Flow.Of(7, Urgency.Normal));
        await _door.AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, procedure, agency, System, DossierOrigin.Coordination, FilingChannel.Direct, Central: true, flow, "coordination", $"sub-{number}",
                        Applicant: null, now, DossierState.Filed, Deadline: null),
                ],
                Messages =
                [
                    new DoorMessage(
                        new SubmitDossier(
                            code, procedure, agency, System, DossierOrigin.Coordination, FilingChannel.Direct, Central: true, now, agency.Value,
                            new ProcessingTerm(5, TermUnit.WorkingDays, "test"), Deadline: null, NoticeChannels.Sms),
                        flow),
                ],
            },
            CancellationToken.None);
        return code;
    }

    /// <summary>Files a dossier, and waits until its delivery is parked.</summary>
    public async Task<(DossierCode Code, Guid Message)> StickAsync(int number)
    {
        var code = await FileAsync(number);
        await Eventually.HoldsAsync(async () => await ParkedAsync(code) > 0, $"the delivery of {code} is parked");
        return (code, await _database.ScalarAsync<Guid>($"select id from bus.parked where key = '{code}' and scope < 0"));
    }

    public Task<long> ParkedAsync(DossierCode code) => _database.ScalarAsync<long>($"select count(*) from bus.parked where key = '{code}'");

    /// <summary>Waits until it is delivered.</summary>
    public Task DeliveredAsync(DossierCode code) => Eventually.HoldsAsync(() => Agency.Taken.Any(command => command.Dossier == code), $"{code} is delivered");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);
        _door.Dispose();
        _host.Dispose();
        await _connections.DisposeAsync();
    }

    private sealed class Fixed(ICalendars calendars) : ICalendarSource
    {
        public ICalendars Current => calendars;
    }

    private sealed class Takes<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done());

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done());
    }
}
