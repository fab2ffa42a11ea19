using System.Diagnostics;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Schema;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Bench;

/// <summary>
/// Whole dossiers: filed at the door, delivered through the agency's line, seven rows of progress back through the door, until the result is
/// handed over. Registry, sealed history, feed, figures, clocks and journal are written. The agencies answer in this process.
/// </summary>
internal sealed class SagaBench : IAsyncDisposable
{
    private const int Systems = 35;
    private const int InFlight = 3000;

    private static readonly DossierState[] Journey =
    [
        DossierState.Accepted, DossierState.Processing, DossierState.Processing, DossierState.Processing, DossierState.Processing, DossierState.Processed,
        DossierState.Returned,
    ];

    private readonly TestDatabase _database;
    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;
    private readonly DossierCodes _codes;
    private readonly SagaTraffic _traffic;
    private readonly CancellationTokenSource _stop = new();
    private long _finished;
    private long _started;

    private SagaBench(TestDatabase database, RuntimeDatabase connections, SagaTraffic traffic)
    {
        (_database, _connections, _traffic) = (database, connections, traffic);
        var topology = new Topology().AddDossiers(new DossierRules()).AddDoorRecords()
            .Partner(new PartnerDefinition("onestop").Operation(new InProcessAgency(this), command => command.System))
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(new NobodyToTell<SendSms>()))
            .Partner(new PartnerDefinition("email").Operation<SendEmail>(new NobodyToTell<SendEmail>()));
        IRecorder[] recorders = [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()];
        _door = new Door(connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            connections, topology, new BenchCalendars(), recorders, new LineDirectory(connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
        _codes = new DossierCodes(connections.Pooled, new DossierCodeOptions());
    }

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        await using var bench = new SagaBench(database, new RuntimeDatabase(database.ConnectionString), SagaTraffic.Plain) { OwnsDatabase = true };
        return await bench.MeasureAsync(options);
    }

    /// <summary>Sets the traffic going on a database; it goes on until <see cref="StopAsync"/>.</summary>
    public static async Task<SagaBench> StartAsync(TestDatabase database, SagaTraffic traffic)
    {
        var bench = new SagaBench(database, new RuntimeDatabase(database.ConnectionString), traffic);
        await bench.StartAsync();
        return bench;
    }

    /// <summary>Whole dossiers so far.</summary>
    public long Finished => Interlocked.Read(ref _finished);

    private bool OwnsDatabase { get; init; }

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        _door.Dispose();
        _host.Dispose();
        await _connections.DisposeAsync();
        if (OwnsDatabase) await _database.DisposeAsync();
    }

    /// <summary>Ends the traffic.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _host.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);
    }

    private async Task StartAsync()
    {
        var lines = Enumerable.Range(0, Systems).Select(system => new LineDeclaration($"onestop:S{system:D2}", 1, LineLimits.Default with { Concurrency = 32 }));
        await new LineDirectory(_connections.Pooled).DeclareAsync([.. lines], CancellationToken.None);
        await _door.StartAsync(CancellationToken.None);
        await _host.StartAsync(CancellationToken.None);
        await _host.Ready;
        for (var dossier = 0; dossier < InFlight; dossier++) _ = FileAsync();
    }

    private async Task<BenchResult> MeasureAsync(BenchOptions options)
    {
        await StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(options.WarmupSeconds));
        var before = await _database.ScalarAsync<long>("select count(*) from bus.journal");
        var (cpu, all, first) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew(), Interlocked.Read(ref _finished));
        var rounds = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var (done, watch) = (Interlocked.Read(ref _finished), Stopwatch.StartNew());
            await Task.Delay(options.Round);
            rounds.Add((Interlocked.Read(ref _finished) - done) / watch.Elapsed.TotalSeconds);
        }

        var dossiers = Interlocked.Read(ref _finished) - first;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / Math.Max(1, dossiers);
        var journal = await _database.ScalarAsync<long>("select count(*) from bus.journal") - before;
        await StopAsync();
        return new BenchResult("saga", "dossiers_per_second", rounds)
            .With("messages_per_dossier", Journey.Length + 3)
            .With("journal_rows_per_second", (journal / all.Elapsed.TotalSeconds).ToString("F0"))
            .With("process_cpu_us_per_dossier", used.ToString("F0"))
            .With("in_flight", InFlight)
            .With("hops_through_lines", "DeliverDossier (35 lines, 32 calls each, answered in this process)")
            .With("started_before_the_end", Interlocked.Read(ref _started))
            .With("fsync", await _database.ScalarAsync<string>("show fsync"))
            .With("synchronous_commit", await _database.ScalarAsync<string>("show synchronous_commit"));
    }

    private async Task FileAsync()
    {
        var number = Interlocked.Increment(ref _started);
        var agency = _traffic.AgencyOf(number);
        var system = agency.Value[..3];
        var now = TimeProvider.System.GetUtcNow();
        var code = await _codes.NextAsync(agency, VietnamTime.DayOf(now), _stop.Token);
        var procedure = ProcedureCode.Parse("1.001193");
        var flow = Flow.Of((int)(number % Systems) + 1, Urgency.Normal);
        var term = new ProcessingTerm(5, TermUnit.WorkingDays, "bench");
        await _door.AcceptAsync(
            new DoorCall
            {
                Identity = _traffic.IdentityOf(code),
                Records =
                [
                    new RegisterDossier(
                        code, procedure, agency, system, DossierOrigin.Portal, FilingChannel.Online, Central: false, flow, "bench", _traffic.SubmissionOf(code),
                        _traffic.ApplicantOf(code), now, DossierState.Filed, Deadline: null),
                    new StoreContent(ContentOf(code, procedure, agency, now)),
                ],
                Messages =
                [
                    new DoorMessage(
                        new SubmitDossier(
                            code, procedure, agency, system, DossierOrigin.Portal, FilingChannel.Online, Central: false, now, "vn", term, Deadline: null,
                            NoticeChannels.None),
                        flow),
                ],
            },
            _stop.Token);
    }

    /// <summary>The agency works on a dossier: each row is sent when the one before is durable.</summary>
    private async Task WorkAsync(DossierCode code, string system)
    {
        var flow = Flow.Of(int.Parse(system.AsSpan(1)) + 1, Urgency.Normal);
        var start = TimeProvider.System.GetUtcNow().AddSeconds(-Journey.Length);
        for (var step = 0; step < Journey.Length; step++)
        {
            var row = new AgencyStatusRow
            {
                RowId = $"{(ulong)HashCode.Combine(code, step):x16}",
                Source = StatusSource.Progress,
                State = Journey[step],
                At = start.AddSeconds(step),
                Officer = "Nguyễn Văn A",
                Department = "Bộ phận một cửa",
                Text = "Đã xử lý bước này theo quy trình nội bộ",
            };
            await _door.AcceptAsync(new DoorCall { Messages = [new DoorMessage(new RecordAgencyStatus(code, system, row), flow)] }, _stop.Token);
        }

        Interlocked.Increment(ref _finished);
        await FileAsync();
    }

    private static DossierContent ContentOf(DossierCode code, ProcedureCode procedure, AgencyCode agency, DateTimeOffset now) => new()
    {
        Dossier = code,
        Revision = 1,
        Procedure = procedure,
        ProcedureName = "Thủ tục đăng ký khai sinh",
        SectorCode = "G15-HT01",
        SectorName = "Hộ tịch",
        Agency = agency,
        AgencyName = "UBND Phường Bến Nghé",
        Channel = FilingChannel.Online,
        FiledAt = now,
        Applicant = new Applicant { Kind = ApplicantKind.Citizen },
        Form = """{"hoTen":"NGUYEN VAN A","ngaySinh":"2026-01-01","noiSinh":"Bệnh viện Từ Dũ"}""",
        Files = [new DossierFile(1, "TP01", "to-khai.pdf", "application/pdf", 120_000, new string('a', 64), new Uri("http://127.0.0.1/file"))],
    };

    private sealed class InProcessAgency(SagaBench bench) : IPartnerOperation<DeliverDossier>
    {
        public Repeatability RepeatabilityOf(DeliverDossier command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken)
        {
            _ = bench.WorkAsync(command.Dossier, command.System);
            return Task.FromResult(Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false)));
        }

        public Task<Outcome> AskAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) =>
            Task.FromResult(Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: true)));
    }

    private sealed class NobodyToTell<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done());

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done());
    }
}
