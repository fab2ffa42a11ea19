using System.Diagnostics;
using System.Globalization;
using DichVuCong.Adapters.SmsBrandname;
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
using DichVuCong.Saga.Notifications;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Bench.Notifying;

/// <summary>
/// Notices: told to the saga through the door, written, and handed by the real adapters over HTTP to two simulated providers, each within its limits;
/// state, journal and registry are written. Then the first provider stops listening: all of its traffic must be at the second within five seconds, and
/// every notice with exactly one of them.
/// </summary>
internal sealed class NotifyBench : IAsyncDisposable
{
    private const int InFlight = 2000;
    private const int Lines = 2;
    private const int Concurrency = 32;
    private static readonly TimeSpan MovesWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly TestDatabase _database;
    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;
    private readonly HttpClient _http = SmsHttp.CreateClient(Lines * Concurrency);
    private readonly SmsTraffic _traffic;
    private readonly CountingProvider _first;
    private readonly CountingProvider _second;
    private readonly CancellationTokenSource _stop = new();
    private long _told;

    private NotifyBench(TestDatabase database, RuntimeDatabase connections, CountingProvider first, CountingProvider second)
    {
        (_database, _connections, _first, _second) = (database, connections, first, second);
        var settings = new SmsTrafficSettings
        {
            Order = [SmsProviders.Viettel, SmsProviders.Esms],
            Viettel = new SmsBrandnameSettings { Endpoint = first.At("bulkapi"), User = "u", Password = "p", CPCode = "c", ServiceID = "DVCQG" },
            Esms = new EsmsSettings { Endpoint = second.At("esms"), Brandname = "DVCQG", ApiKey = "k", SecretKey = "s" },
        };
        _traffic = new SmsTraffic(_http, settings, new OneRecipient(), TimeProvider.System, NullLogger<SendSmsOperation>.Instance);
        var topology = new Topology().AddDossiers(new DossierRules(), new NoticeRules { SmsProviders = settings.Providers }).AddDoorRecords()
            .Partner(new PartnerDefinition("sms").Operation<SendSms>(_traffic, command => command.Provider));
        IRecorder[] recorders = [new RegistryRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new FeedRecorder()];
        _door = new Door(connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            connections, topology, new BenchCalendars(), recorders, new LineDirectory(connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    private long Taken => _first.Taken + _second.Taken;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var first = await CountingProvider.StartAsync();
        await using var second = await CountingProvider.StartAsync();
        var database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        await using var bench = new NotifyBench(database, new RuntimeDatabase(database.ConnectionString), first, second);
        return await bench.MeasureAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        _door.Dispose();
        _host.Dispose();
        _traffic.Dispose();
        _http.Dispose();
        await _connections.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task<BenchResult> MeasureAsync(BenchOptions options)
    {
        await StartAsync();
        using var feeding = new CancellationTokenSource();
        var feeders = Enumerable.Range(0, 4).Select(_ => FeedAsync(feeding.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(options.WarmupSeconds));

        var rounds = new List<double>();
        var (cpu, first) = (Process.GetCurrentProcess().TotalProcessorTime, Taken);
        for (var round = 0; round < options.Rounds; round++)
        {
            var (before, watch) = (Taken, Stopwatch.StartNew());
            await Task.Delay(options.Round);
            rounds.Add((Taken - before) / watch.Elapsed.TotalSeconds);
        }

        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / Math.Max(1, Taken - first);
        var (moved, slowest) = await MoveAsync();
        await feeding.CancelAsync();
        await Task.WhenAll(feeders);
        var isAll = await UntilAsync(() => Taken >= Interlocked.Read(ref _told), Longest);
        await _host.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);

        var told = Interlocked.Read(ref _told);
        var doubled = Taken - CountingProvider.Distinct(_first, _second);
        return new BenchResult("notify", "notices_per_second", rounds)
            .With("process_cpu_us_per_notice", used.ToString("F0", CultureInfo.InvariantCulture))
            .With("notices", told)
            .With("first_provider", _first.Taken)
            .With("second_provider", _second.Taken)
            .With("moved_after_ms", moved?.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture) ?? "never")
            .With("notices_per_second_on_the_second", slowest.ToString("F0", CultureInfo.InvariantCulture))
            .With("lost", told - CountingProvider.Distinct(_first, _second))
            .With("doubled", doubled)
            .With("fsync", await _database.ScalarAsync<string>("show fsync"))
            .With("synchronous_commit", await _database.ScalarAsync<string>("show synchronous_commit"))
            .FailWhen(moved is null || moved > MovesWithin, $"the traffic did not move within {MovesWithin.TotalSeconds:F0} s")
            .FailWhen(!isAll, $"{told} were told, {Taken} were taken")
            .FailWhen(doubled > 0, $"{doubled} notices were taken twice");
    }

    /// <summary>The first provider is gone: how long until the second takes as much as it, and how much it then takes.</summary>
    private async Task<(TimeSpan? Moved, double PerSecond)> MoveAsync()
    {
        await _first.GoAsync();
        var (watch, before) = (Stopwatch.StartNew(), _second.Taken);
        var hasMoved = await UntilAsync(() => _second.Taken - before >= Lines * Concurrency, Longest);
        var moved = watch.Elapsed;
        var (then, measured) = (_second.Taken, Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(5));
        return (hasMoved ? moved : null, (_second.Taken - then) / measured.Elapsed.TotalSeconds);
    }

    private async Task StartAsync()
    {
        var limits = LineLimits.Default with { Concurrency = Concurrency, CallTimeout = TimeSpan.FromSeconds(4), CircuitOpensAfter = int.MaxValue, MaxAttempts = 100_000 };
        await new LineDirectory(_connections.Pooled).DeclareAsync(
            [new LineDeclaration("sms:viettel", Lines, limits), new LineDeclaration("sms:esms", Lines, limits)], CancellationToken.None);
        await _door.StartAsync(CancellationToken.None);
        await _host.StartAsync(CancellationToken.None);
        await _host.Ready;
    }

    /// <summary>Tells as many as are taken, so that there always are some on their way.</summary>
    private async Task FeedAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (Interlocked.Read(ref _told) - Taken >= InFlight)
            {
                await Task.Delay(2, CancellationToken.None);
                continue;
            }

            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TellAsync()));
        }
    }

    private Task<DoorAnswer> TellAsync()
    {
        var number = Interlocked.Increment(ref _told);
        var code = DossierCode.Parse(string.Create(CultureInfo.InvariantCulture, $"S{number % 35:D2}-261121-{5_000_000 + number}"));
        var notice = new NotifyApplicant(code, NoticeTable.Receipt, DossierState.Filed, TimeProvider.System.GetUtcNow(), Deadline: null, NoticeChannels.Sms);
        return _door.AcceptAsync(
            new DoorCall { Messages = [new DoorMessage(notice, Flow.Of((int)(number % 35) + 1, Urgency.Normal))] }, _stop.Token);
    }

    private static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan longest)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < longest;)
        {
            if (condition()) return true;
            await Task.Delay(5);
        }

        return false;
    }

    private sealed class OneRecipient : INoticeRecipients
    {
        private readonly NoticeRecipient _recipient = new(
            PhoneNumber.TryParse("0912345678", out var phone) ? phone : null, Email: null, Name: null, "UBND Phường Bến Nghé");

        public ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) => new(_recipient);
    }
}
