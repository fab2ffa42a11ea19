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

namespace DichVuCong.Cli.Tests.Support;

/// <summary>The shipped catalogue, the door and a worker in this process; the agencies are what a test says.</summary>
internal sealed class DossierWorld : IAsyncDisposable
{
    public const string System = "H29";
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.168");
    public static readonly ProcedureCode Procedure = ProcedureCode.Parse("1.000689");
    private const int FlowNumber = 7;

    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;

    private DossierWorld(TestDatabase database, ICalendars calendars)
    {
        Database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
            .Partner(new PartnerDefinition("onestop").Operation(Agencies, command => command.System))
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(new Takes<SendSms>()))
            .Partner(new PartnerDefinition("email").Operation<SendEmail>(new Takes<SendEmail>()));
        IRecorder[] recorders = [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()];
        _door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    public TestDatabase Database { get; }

    /// <summary>The agencies' systems: what a delivery comes to.</summary>
    public ScriptedAgencies Agencies { get; } = new();

    public Dvc Dvc => new(Database);

    public static async Task<DossierWorld> StartAsync(int? maxAttempts = null)
    {
        var database = await SeededDatabase.CreateAsync();
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var world = new DossierWorld(database, new WorkingCalendars(catalogue.Calendars));
        var lines = new[] { $"onestop:{System}", "sms", "email" }.Select(partner => new LineDeclaration(partner, 1, maxAttempts is { } most ? LineLimits.Default with { MaxAttempts = most } : LineLimits.Default));
        await new LineDirectory(world._connections.Pooled).DeclareAsync([.. lines], CancellationToken.None);
        await world._door.StartAsync(CancellationToken.None);
        await world._host.StartAsync(CancellationToken.None);
        await world._host.Ready;
        return world;
    }

    /// <summary>Files a dossier; without an agency it waits for coordination.</summary>
    public async Task<DossierCode> FileAsync(int number, bool routed = true)
    {
        var code = DossierCode.Parse($"H29.168-261121-{5_000_000 + number}");
        AgencyCode? agency = routed ? Agency : null;
        var (system, now, flow) = (routed ? System : null, TimeProvider.System.GetUtcNow(), Flow.Of(FlowNumber, Urgency.Normal));
        object[] task = routed ? [] : [new OpenCoordinationTask(code, "several", ["H29.168", "H29.169"])];
        await _door.AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, Procedure, agency, system, DossierOrigin.Coordination, FilingChannel.Direct, Central: true, flow, "coordination", $"sub-{number}",
                        Applicant: new Sealer(KeyRing.Parse(KeyRing.Development)).HashIdentity("001090000001"), now, routed ? DossierState.Filed : DossierState.Unrouted, Deadline: null),
                    .. task,
                ],
                Messages =
                [
                    new DoorMessage(
                        new SubmitDossier(
                            code, Procedure, agency, system, DossierOrigin.Coordination, FilingChannel.Direct, Central: true, now, Agency.Value,
                            new ProcessingTerm(5, TermUnit.WorkingDays, "test"), Deadline: null, NoticeChannels.Sms),
                        flow),
                ],
            },
            CancellationToken.None);
        return code;
    }

    /// <summary>The agency sends a row.</summary>
    public Task SendAsync(DossierCode code, string rowId, DossierState state, DateTimeOffset at) => _door.AcceptAsync(
        new DoorCall
        {
            Messages =
            [
                new DoorMessage(
                    new RecordAgencyStatus(code, System, new AgencyStatusRow
                    {
                        RowId = rowId, Source = StatusSource.Progress, State = state, At = at, Officer = "Trần Thị Cán Bộ", Text = "Nội dung xử lý nội bộ",
                    }),
                    Flow.Of(FlowNumber, Urgency.Normal)),
            ],
        },
        CancellationToken.None);

    /// <summary>Waits until the registry shows a state.</summary>
    public Task UntilAsync(DossierCode code, DossierState state) => Eventually.HoldsAsync(
        async () => (await new DossierLookup(Database.Source).FindAsync(code, CancellationToken.None))?.State == state, $"{code} reaches {state}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);
        _door.Dispose();
        _host.Dispose();
        await _connections.DisposeAsync();
        await Database.DisposeAsync();
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
