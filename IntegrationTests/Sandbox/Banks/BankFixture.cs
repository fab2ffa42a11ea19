using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DichVuCong.Adapters.Banks.BankForm;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.VietQr;
using DichVuCong.Adapters.Banks.Vnpay;
using DichVuCong.Contracts.Payments;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Sandbox.Tests.Banks;

/// <summary>The sandbox with a portal's callbacks behind it, and the adapters' clients before it. Quick: no waits but those of a test's choosing.</summary>
internal sealed class BankFixture : IAsyncDisposable
{
    public const string Account = "3511000123";

    private static readonly SystemDirectory Systems = SystemDirectory.Shipped();

    private readonly WebApplication _app;
    private readonly HttpClient _partner = BankHttp.CreateClient(BankHttp.CreateHandler());

    private BankFixture(WebApplication app, PortalStub portal, Uri address)
    {
        (_app, Portal) = (app, portal);
        Http.BaseAddress = address;
        VnpaySettings = VnpaySettings.Development(new Uri(address, "/banks/vnpay/"), new Uri("https://cong.example.vn/payments/return"));
        Vnpay = new VnpayClient(_partner, VnpaySettings, TimeProvider.System);
        var vietQr = VietQrSettings.Development(new Uri(address, "/banks/vietqr/"));
        VietQr = new VietQrClient(_partner, vietQr, TimeProvider.System);
        BankSettings = BankFormSettings.Development("mb", new Uri(address, "/banks/mb/"));
        Bank = new BankFormClient(_partner, BankSettings, TimeProvider.System);
        portal.Take("/callbacks/vnpay", new VnpayIpnForm(VnpaySettings));
        portal.Take("/callbacks/vietqr/bank/api/transaction-sync", new VietQrCallbackForm(vietQr, portal));
        portal.Take("/callbacks/mb", new BankCallbackForm(BankSettings));
    }

    public PortalStub Portal { get; }

    public HttpClient Http { get; } = new();

    public HttpClient Partner => _partner;

    public VnpaySettings VnpaySettings { get; }

    public BankFormSettings BankSettings { get; }

    public VnpayClient Vnpay { get; }

    public VietQrClient VietQr { get; }

    public BankFormClient Bank { get; }

    /// <summary>Starts one in which every payer pays at once, unless the change says otherwise.</summary>
    public static async Task<BankFixture> StartAsync(SettingsChange? change = null, string? state = null)
    {
        var portal = await PortalStub.StartAsync();
        var port = FreePort.Base(1);
        var app = SandboxHost.Create(
            new SandboxOptions(port, MailPort: 0, portal.Address, state), TimeProvider.System, services => services.AddSingleton(Systems));
        var settings = app.Services.GetRequiredService<CurrentSettings>();
        settings.Change(new SettingsChange { StepMilliseconds = [0, 0], CounterDossiersPerSecond = 0, BankTimeScale = 0.0001, Payers = Only("pays") })
            .ShouldBeEmpty();
        if (change is not null) settings.Change(change).ShouldBeEmpty();
        await app.StartAsync();
        return new BankFixture(app, portal, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Payers who all do the same.</summary>
    public static Dictionary<string, int> Only(string choice) => new() { [choice] = 1 };

    /// <summary>A reference that no other order of a test run has.</summary>
    public static string Reference() => PaymentReference.Of(new DateOnly(2026, 11, 22), (ulong)Random.Shared.NextInt64()).Value;

    /// <summary>A payer opens VNPAY's page for an order.</summary>
    /// <returns>When the order was made.</returns>
    public async Task<DateTimeOffset> OpenVnpayAsync(string reference, long amount, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var url = new VnpayPayUrl(VnpaySettings).Of(new VnpayOrder
        {
            Reference = reference,
            Amount = new Vnd(amount),
            Info = "Nộp lệ phí hồ sơ H29.1-250701-0001",
            PayerIp = IPAddress.Loopback,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(15),
        });
        (await Http.GetAsync(url)).StatusCode.ShouldBe(expected);
        return now;
    }

    /// <summary>A payer scans a VietQR code that the portal made.</summary>
    public async Task ScanAsync(string reference, long amount)
    {
        var code = new VietQrContent { BankId = "970436", Account = Account, Amount = new Vnd(amount), Purpose = "Le phi", BillNumber = reference };
        (await Http.PostAsJsonAsync("/sandbox/payers", new { qr = code.Compose() })).EnsureSuccessStatusCode();
    }

    /// <summary>Makes an order at the bank.</summary>
    public async Task<BankOrderAnswer> CreateAsync(string reference, long amount)
    {
        var order = new BankOrder(reference, new Vnd(amount), Account, "Le phi", DateTimeOffset.UtcNow.AddHours(1));
        return (await Bank.CallAsync(BankOperations.Create, order, reference, default)).ShouldBeOfType<PartnerAnswer<BankOrderAnswer>.Done>().Value;
    }

    public async Task FaultAsync(string party, string mode, int? delayMs = null)
    {
        var answer = await Http.PutAsJsonAsync($"/sandbox/faults/{party}", new { mode, delayMs });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The sums of a bank in the ledger.</summary>
    public async Task<JsonElement> SumsAsync(string bank) =>
        (await Http.GetFromJsonAsync<JsonElement>("/sandbox/ledger/payments")).GetProperty("banks").GetProperty(bank);

    /// <summary>An order in the ledger.</summary>
    public async Task<JsonElement> OrderAsync(string bank, string reference) =>
        await Http.GetFromJsonAsync<JsonElement>($"/sandbox/ledger/payments/{bank}/{reference}");

    /// <summary>Waits until the portal was told of so many payments of an order.</summary>
    public Task ToldAsync(string reference, int times = 1) =>
        Eventually.HoldsAsync(() => Portal.Payments.Count(payment => payment.OrderReference == reference) >= times, $"{reference} is told {times} times");

    public async ValueTask DisposeAsync()
    {
        VietQr.Dispose();
        Http.Dispose();
        _partner.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
