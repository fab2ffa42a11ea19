using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Gateway.Tests.Payments.Support;

/// <summary>A gateway with one dossier, whose agency registered two accounts for its fees.</summary>
internal sealed class PaymentGateway : IAsyncDisposable
{
    public const string FirstAccount = "0123456789";
    public const string SecondAccount = "9876543210";
    public const string Bank = "970436";

    private PaymentGateway(GatewayFixture gateway, string dossier, string agency, string system, string account)
    {
        (Gateway, Dossier, Agency, System) = (gateway, dossier, agency, system);
        (Portal, Collector) = (gateway.As("dev-portal"), gateway.As($"dev-{account}"));
    }

    public GatewayFixture Gateway { get; }

    public TestDatabase Database => Gateway.Database;

    /// <summary>The dossier's code.</summary>
    public string Dossier { get; }

    /// <summary>The collecting agency.</summary>
    public string Agency { get; }

    /// <summary>The one-stop system that serves it.</summary>
    public string System { get; }

    /// <summary>The portal.</summary>
    public HttpClient Portal { get; }

    /// <summary>The collecting agency's system.</summary>
    public HttpClient Collector { get; }

    /// <summary>Somebody without credentials, as partners are.</summary>
    public HttpClient Http => Gateway.Http;

    public static async Task<PaymentGateway> StartAsync(params string[] arguments)
    {
        var gateway = await GatewayFixture.StartAsync(development: true, arguments);
        using var portal = gateway.As("dev-portal");
        var filed = await Filings.FileAsync(portal, Filings.Birth("payments-1"));
        var (dossier, agency) = (filed["code"]!.GetValue<string>(), filed["receipt"]!["agency"]!["code"]!.GetValue<string>());
        var system = await gateway.Database.ScalarAsync<string>($"select system from dossier.dossier where code = '{dossier}'");
        var account = await gateway.Database.ScalarAsync<string>($"select name from access.account where system = '{system}' order by name limit 1");
        await gateway.Database.ScalarAsync<long>(
            $"""
            with added as (
              insert into payment.agency_account (agency, bank, number, holder, treasury, valid_from, imported_by)
              values ('{agency}', '{Bank}', '{FirstAccount}', 'KBNN mau 1', true, '2020-01-01', 'test'),
                     ('{agency}', '{Bank}', '{SecondAccount}', 'KBNN mau 2', true, '2020-01-01', 'test') returning 1)
            select count(*) from added
            """);
        return new PaymentGateway(gateway, dossier, agency, system, account);
    }

    /// <summary>An obligation of one line for each amount: the first and every third go to the first account, the others to the second.</summary>
    public JsonObject Obligation(string id, params long[] amounts) => new()
    {
        ["obligationId"] = id,
        ["dossierCode"] = Dossier,
        ["lines"] = new JsonArray([.. amounts.Select((amount, index) => (JsonNode)Line(amount, index % 2 == 0 ? FirstAccount : SecondAccount))]),
        ["payer"] = new JsonObject { ["fullName"] = "Nguyễn Văn Mẫu", ["personalId"] = "001190012345" },
        ["expiresAt"] = DateTimeOffset.UtcNow.AddDays(10).ToString("yyyy-MM-ddTHH:mm:sszzz", global::System.Globalization.CultureInfo.InvariantCulture),
    };

    public static JsonObject Line(long amount, string account = FirstAccount) => new()
    {
        ["kind"] = "charge",
        ["code"] = "LP01",
        ["name"] = "Lệ phí đăng ký",
        ["amountVnd"] = amount,
        ["beneficiaryAccount"] = account,
    };

    public Task<HttpResponseMessage> StateAsync(JsonNode obligation) => Collector.PostAsJsonAsync("/v1/obligations", obligation);

    /// <summary>States an obligation of one order and gives its reference.</summary>
    public async Task<string> OrderAsync(string id, long amount = 150_000)
    {
        using var response = await StateAsync(Obligation(id, amount));
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return JsonNode.Parse(body)!["orders"]![0]!["reference"]!.GetValue<string>();
    }

    /// <summary>States an obligation of one order through the door itself, under a reference that is known beforehand.</summary>
    public async Task BearAsync(string id, string reference)
    {
        var door = Gateway.Services.GetRequiredService<Door>();
        var obligation = ObligationId.Of(System, id);
        var account = new BeneficiaryAccount(FirstAccount, Bank, "KBNN mau 1", IsTreasury: true);
        IReadOnlyList<ObligationOrder> orders =
            [new(PaymentReference.Parse(reference), account, new Vnd(150_000), [new OrderLine(FeeKind.Charge, "LP01", "Lệ phí", new Vnd(150_000))])];
        var (agency, now, end) = (AgencyCode.Parse(Agency), DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(9));
        await door.AcceptAsync(
            new DoorCall
            {
                Records = [new RegisterObligation(obligation, "test", agency, Dossier: null, orders, now, end, ConfirmTo: null, [1], Payer: null)],
                Messages =
                [
                    new DoorMessage(new StateObligation(obligation, Dossier: null, agency, Agency, orders, end, ConfirmTo: null), PaymentFlow.Shared),
                ],
            },
            CancellationToken.None);
    }

    public async Task<JsonObject> ReadAsync(string reference) =>
        (await Portal.GetFromJsonAsync<JsonObject>($"/v1/orders/{reference}")).ShouldNotBeNull();

    /// <summary>How many tellings of payments wait for the order's saga.</summary>
    public Task<long> ToldAsync(string reference) => SentAsync(reference, "payments.record-payment.v1");

    /// <summary>How many messages of a type wait for a key.</summary>
    public Task<long> SentAsync(string key, string type) => Database.ScalarAsync<long>(
        $"select count(*) from bus.ready r join bus.word w on w.id = r.type where w.kind = 'type' and w.name = '{type}' and r.key = '{key}'");

    /// <summary>How many callbacks are kept for an order.</summary>
    public Task<long> KeptAsync(string reference) => Database.ScalarAsync<long>($"select count(*) from payment.callback where reference = '{reference}'");

    /// <summary>Puts an order where its saga would.</summary>
    public Task SetAsync(string reference, string what) => Database.ScalarAsync<long>(
        $"with changed as (update payment.payment_order set {what} where reference = '{reference}' returning 1) select count(*) from changed");

    public async ValueTask DisposeAsync()
    {
        Portal.Dispose();
        Collector.Dispose();
        await Gateway.DisposeAsync();
    }
}
