using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Gateway.Tests.Accounts.Support;

/// <summary>A gateway with the two sides: the coordination system, and the one-stop system of Hà Nội.</summary>
internal sealed class AccountGateway : IAsyncDisposable
{
    /// <summary>A one-stop system's own body, and another's.</summary>
    public const string Agency = "H26";
    public const string Foreign = "H29";

    private static int _person;

    private AccountGateway(GatewayFixture gateway) =>
        (Gateway, Coordination, OneStop) = (gateway, gateway.As("dev-coordination"), gateway.As($"dev-{Agency}"));

    public GatewayFixture Gateway { get; }

    public TestDatabase Database => Gateway.Database;

    public HttpClient Coordination { get; }

    public HttpClient OneStop { get; }

    public static async Task<AccountGateway> StartAsync(params string[] arguments) => new(await GatewayFixture.StartAsync(development: true, arguments));

    /// <summary>A personal number that nobody else has.</summary>
    public static string NextPerson() => $"001090{Interlocked.Increment(ref _person):D6}";

    public static JsonObject NewAccount(string? person = null, string unit = Agency, params string[] groups) => new()
    {
        ["fullName"] = "Nguyễn Văn Mẫu",
        ["personalId"] = person ?? NextPerson(),
        ["unit"] = unit,
        ["position"] = "Chuyên viên",
        ["phone"] = "0912345678",
        ["email"] = "mau.nv@hanoi.gov.vn",
        ["groups"] = Words(groups.Length > 0 ? groups : ["TIEP_NHAN"]),
        ["by"] = "quantri01",
        ["reason"] = "Cán bộ mới",
    };

    public static JsonObject Request(string kind = "create", string? person = null, string number = "12/UBND-VP") => new()
    {
        ["kind"] = kind,
        ["fullName"] = "Trần Thị Mẫu",
        ["personalId"] = person ?? NextPerson(),
        ["unit"] = Agency,
        ["position"] = "Trưởng phòng",
        ["phone"] = "0912345679",
        ["email"] = "mau.tt@hanoi.gov.vn",
        ["groups"] = new JsonArray("QUAN_TRI"),
        ["reason"] = "Quản trị mới",
        ["documentNumber"] = number,
        ["documentDate"] = "2026-03-02",
        ["documentSigner"] = "Lê Văn Ký",
        ["documentFile"] = "files/12",
    };

    public static JsonArray Words(params string[] words) => new([.. words.Select(word => (JsonNode)word)]);

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, JsonNode body, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> CreateAsync(JsonObject account, string? key = null) =>
        SendAsync(Coordination, HttpMethod.Post, "/v1/accounts", account, key ?? Guid.NewGuid().ToString("N"));

    public Task<HttpResponseMessage> ChangeAsync(string account, string verb, JsonObject body, string? key = null) => SendAsync(
        Coordination, verb is "groups" or "profile" ? HttpMethod.Put : HttpMethod.Post, $"/v1/accounts/{account}/{verb}", body, key ?? Guid.NewGuid().ToString("N"));

    /// <summary>Makes an account, which must be taken, and gives its identity.</summary>
    public async Task<string> CreatedAsync(JsonObject? account = null)
    {
        using var response = await CreateAsync(account ?? NewAccount());
        return (await ReadAsync(response, HttpStatusCode.Created))["account"]!.GetValue<string>();
    }

    /// <summary>Reads an answer, which must have a status.</summary>
    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>The faults of a refusal: field and rule.</summary>
    public static async Task<List<string>> FaultsOfAsync(HttpResponseMessage response) =>
        [.. (await ReadAsync(response, HttpStatusCode.UnprocessableEntity))["deficiencies"]!.AsArray().Select(fault => $"{fault!["field"]} {fault["code"]}")];

    /// <summary>How many messages of a type wait for a key.</summary>
    public Task<long> SaidAsync(string key, string type) => Database.ScalarAsync<long>(
        $"select count(*) from bus.ready r join bus.word w on w.id = r.type where w.kind = 'type' and w.name = '{type}' and r.key = '{key}'");

    /// <summary>The account as a side sees it.</summary>
    public async Task<JsonObject> FindAsync(string account, HttpClient? as_ = null)
    {
        using var response = await (as_ ?? Coordination).GetAsync($"/v1/accounts/{account}");
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    /// <summary>Waits until the account's saga has brought it somewhere; before its first decision there is no version.</summary>
    public Task BecomesAsync(string account, string state) => Eventually.HoldsAsync(
        async () => await FindAsync(account) is var found && found["state"]!.GetValue<string>() == state && found["version"]!.GetValue<int>() > 0, $"{account} is {state}");

    public async ValueTask DisposeAsync()
    {
        Coordination.Dispose();
        OneStop.Dispose();
        await Gateway.DisposeAsync();
    }
}
