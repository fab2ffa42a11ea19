using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Parcels;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Cli.Tests.Parcels;

/// <summary>The door and a worker with dossiers and parcels in this process, on a real database; the post is what a test says.</summary>
internal sealed class ParcelWorld : IAsyncDisposable
{
    private const int FlowNumber = 7;
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.168");
    private static readonly Sealer Sealer = new(KeyRing.Parse(KeyRing.Development));

    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;

    private ParcelWorld(TestDatabase database, ICalendars calendars)
    {
        Database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
            .AddParcels(new ParcelRules { PollEvery = TimeSpan.FromMilliseconds(200), PageSize = 2 })
            .Partner(new PartnerDefinition("onestop").Operation(new ScriptedAgencies(), command => command.System))
            .Partner(new PartnerDefinition("vnpost").Operation<CreatePostOrder>(Post, _ => "orders").Operation<CancelPostOrder>(Post, _ => "orders")
                .Operation<RegisterPostDocument>(Post, _ => "orders").Operation<ReadTracking>(Post, _ => "tracking"));
        IRecorder[] recorders = [new RegistryRecorder(Sealer), new FeedRecorder(), new ParcelRecorder(Sealer)];
        _door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    public TestDatabase Database { get; }

    public ScriptedPost Post { get; } = new();

    public Dvc Dvc => new(Database);

    public ParcelLookup Parcels => new(Database.Source);

    public static async Task<ParcelWorld> StartAsync()
    {
        var database = await SeededDatabase.CreateAsync();
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var world = new ParcelWorld(database, new WorkingCalendars(catalogue.Calendars));
        var lines = new[] { "onestop:H29", "vnpost:orders", "vnpost:tracking" }.Select(partner => new LineDeclaration(partner, 1, LineLimits.Default));
        await new LineDirectory(world._connections.Pooled).DeclareAsync([.. lines], CancellationToken.None);
        await world._door.StartAsync(CancellationToken.None);
        await world._host.StartAsync(CancellationToken.None);
        await world._host.Ready;
        return world;
    }

    /// <summary>Files a dossier whose result the post is to bring, and leads it to its result.</summary>
    public async Task<DossierCode> ProcessAsync(int number)
    {
        var code = DossierCode.Parse($"H29.168-261121-{5_000_000 + number}");
        var (now, flow) = (TimeProvider.System.GetUtcNow(), Flow.Of(FlowNumber, Urgency.Normal));
        var procedure = ProcedureCode.Parse("1.000689");
        await _door.AcceptAsync(
            new DoorCall
            {
                Records =
                [
                    new RegisterDossier(
                        code, procedure, Agency, "H29", DossierOrigin.Portal, FilingChannel.Online, Central: true, flow, "portal", $"sub-{number}", Applicant: null, now,
                        DossierState.Filed, Deadline: null),
                ],
                Messages =
                [
                    new DoorMessage(
                        new SubmitDossier(
                            code, procedure, Agency, "H29", DossierOrigin.Portal, FilingChannel.Online, Central: true, now, Agency.Value,
                            new ProcessingTerm(5, TermUnit.WorkingDays, "test"), Deadline: null, NoticeChannels.None, PostServices.ReturnResult),
                        flow),
                ],
            },
            CancellationToken.None);
        await SendAsync(code, "00000000000000a2", DossierState.Accepted);
        await SendAsync(code, "00000000000000a9", DossierState.Processed);
        return code;
    }

    public Task UntilAsync(DossierCode code, ParcelState state) => Eventually.HoldsAsync(
        async () => (await Parcels.FindAsync(ParcelId.Of(code, ParcelKind.Result), CancellationToken.None))?.State == state, $"the parcel of {code} is {state}");

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

    private Task<DoorAnswer> SendAsync(DossierCode code, string rowId, DossierState state) => _door.AcceptAsync(
        new DoorCall
        {
            Messages =
            [
                new DoorMessage(
                    new RecordAgencyStatus(code, "H29", new AgencyStatusRow { RowId = rowId, Source = StatusSource.Progress, State = state, At = TimeProvider.System.GetUtcNow() }),
                    Flow.Of(FlowNumber, Urgency.Normal)),
            ],
        },
        CancellationToken.None);

    private sealed class Fixed(ICalendars calendars) : ICalendarSource
    {
        public ICalendars Current => calendars;
    }
}
