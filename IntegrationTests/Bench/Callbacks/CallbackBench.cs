using System.Diagnostics;
using System.Globalization;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;
using DichVuCong.Testing;

namespace DichVuCong.Bench.Callbacks;

/// <summary>
/// Durable callbacks through a real gateway in this process: VNPAY's IPNs, signed, each of another order of the registry, over connections of
/// their own. The signature is verified, the order looked up, and the payment, the callback's row and its sealed body are committed before the
/// reply. The callers share the processors with the gateway and the server.
/// </summary>
internal static class CallbackBench
{
    private const int Connections = 128;

    /// <summary>More than any machine that this was tried on takes in a second.</summary>
    private const int OrdersPerSecond = 15_000;

    public static async Task<BenchResult> RunAsync(BenchOptions options)
    {
        await using var database = await SeededDatabase.CreateAsync();
        var orders = await CallbackOrders.MakeAsync(database, (long)OrdersPerSecond * (options.WarmupSeconds + options.Seconds + 2));
        var settings = SettingsOf(database);
        await using var app = GatewayHost.Build(settings, ["--Payments:Vnpay:CallbacksPerSecond=1000000", .. Vnpay]);
        await app.StartAsync();
        using var caller = new VnpayCaller(settings.PublicUrl, orders, Connections);
        await ReadyAsync(settings.PublicUrl);
        using var end = new CancellationTokenSource();
        var calling = caller.RunAsync(end.Token);
        await Task.Delay(TimeSpan.FromSeconds(options.WarmupSeconds));

        var rounds = new List<double>();
        var (cpu, first) = (Process.GetCurrentProcess().TotalProcessorTime, caller.AcceptedCount);
        for (var round = 0; round < options.Rounds; round++)
        {
            var (before, watch) = (caller.AcceptedCount, Stopwatch.StartNew());
            await Task.WhenAny(Task.Delay(options.Round), calling);
            rounds.Add((caller.AcceptedCount - before) / watch.Elapsed.TotalSeconds);
        }

        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / Math.Max(1, caller.AcceptedCount - first);
        await end.CancelAsync();
        await calling;
        await app.StopAsync();
        var kept = await database.ScalarAsync<long>("select count(*) from payment.callback where outcome = 'accepted'");
        var told = await database.ScalarAsync<long>(
            "select count(*) from bus.ready r join bus.word w on w.id = r.type and w.kind = 'type' where w.name = 'payments.record-payment.v1'");
        return new BenchResult("callbacks", "callbacks_per_second", rounds)
            .With("connections", Connections)
            .With("callers_and_gateway_cpu_us_per_callback", used.ToString("F1", CultureInfo.InvariantCulture))
            .With("accepted", caller.AcceptedCount)
            .With("fsync", await database.ScalarAsync<string>("show fsync"))
            .With("synchronous_commit", await database.ScalarAsync<string>("show synchronous_commit"))
            .FailWhen(caller.OtherCount > 0, $"{caller.OtherCount} callbacks were not answered 00")
            .FailWhen(kept != caller.AcceptedCount || told != kept, $"{caller.AcceptedCount} were accepted, {kept} are kept and {told} told to their orders");
    }

    private static readonly string[] Vnpay =
    [
        "--Payments:Vnpay:TmnCode=TESTTMN1", "--Payments:Vnpay:PayUrl=http://127.0.0.1:9/pay", "--Payments:Vnpay:ApiUrl=http://127.0.0.1:9/api",
        "--Payments:Vnpay:ReturnUrl=http://127.0.0.1:9/return", "--Payments:Vnpay:Secrets:0:KeyId=k1", "--Payments:Vnpay:Secrets:0:Secret=SECRETKEY-TEST",
    ];

    private static HostSettings SettingsOf(TestDatabase database)
    {
        var portBase = FreePort.Base();
        return new HostSettings
        {
            Postgres = database.ConnectionString,
            DataKeys = KeyRing.Development,
            IsDevelopment = true,
            PortBase = portBase,
            PublicUrl = new Uri($"http://127.0.0.1:{portBase}"),
        };
    }

    private static async Task ReadyAsync(Uri gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway };
        await Eventually.HoldsAsync(
            async () =>
            {
                using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return response.IsSuccessStatusCode;
            },
            "the gateway is ready",
            TimeSpan.FromSeconds(60));
    }
}
