using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.Gateway.Tests.Accounts.Support;

namespace DichVuCong.Gateway.Tests.Accounts;

/// <summary>The portal registers citizens' accounts, tells of log-ins, and asks for locked ones.</summary>
internal sealed class When_citizens_are_known
{
    private AccountGateway _gateway = null!;
    private HttpClient _portal = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _gateway = await AccountGateway.StartAsync();
        _portal = _gateway.Gateway.As("dev-portal");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _portal.Dispose();
        await _gateway.DisposeAsync();
    }

    [Test]
    public async Task Should_begin_with_the_last_log_in_and_follow_every_later_one()
    {
        using var registered = await RegisterAsync("TECH-1", new JsonObject { ["phone"] = "0912345678", ["email"] = "a@example.vn", ["activeAt"] = "2025-01-02T08:00:00+07:00" });
        registered.StatusCode.ShouldBe(HttpStatusCode.NoContent, await registered.Content.ReadAsStringAsync());
        (await DueAsync("TECH-1")).ShouldBe("2027-01-02 08:00");

        var batch = new JsonObject
        {
            ["activities"] = new JsonArray(
                new JsonObject { ["citizen"] = "TECH-1", ["at"] = "2025-06-02T08:00:00+07:00" }, new JsonObject { ["citizen"] = "TECH-KHAC", ["at"] = "2025-06-02T08:00:00+07:00" }),
        };
        using var active = await AccountGateway.SendAsync(_portal, HttpMethod.Post, "/v1/activity", batch);

        var answer = await AccountGateway.ReadAsync(active, HttpStatusCode.Accepted);
        (answer["taken"]!.GetValue<int>(), answer["known"]!.GetValue<int>(), answer["unknownCitizens"]!.GetValue<int>()).ShouldBe((1, 0, 1));
        (await DueAsync("TECH-1")).ShouldBe("2027-06-02 08:00");
    }

    [Test]
    public async Task Should_name_what_is_wrong()
    {
        using var none = await RegisterAsync("TECH-2", new JsonObject());
        using var wrong = await RegisterAsync("TECH-2", new JsonObject { ["phone"] = "0241234567", ["email"] = "a", ["activeAt"] = "2099-01-01T00:00:00Z" });
        using var batch = await AccountGateway.SendAsync(
            _portal, HttpMethod.Post, "/v1/activity", new JsonObject { ["activities"] = new JsonArray(new JsonObject { ["account"] = "x", ["at"] = "hôm qua" }) });

        (await AccountGateway.FaultsOfAsync(none)).ShouldBe(["$ contact.missing"]);
        (await AccountGateway.FaultsOfAsync(wrong)).ShouldBe(["email account.email", "phone account.phone", "activeAt time.malformed"]);
        (await AccountGateway.FaultsOfAsync(batch)).ShouldBe(["activities[0].citizen citizen.malformed", "activities[0].at time.malformed"]);
    }

    [Test]
    public async Task Should_ask_for_a_locked_account_once_with_eight_working_hours()
    {
        using var registered = await RegisterAsync("TECH-3", new JsonObject { ["email"] = "a@example.vn" });
        using var notLocked = await RestoreAsync("TECH-3", "R-1");
        await _gateway.Database.ScalarAsync<long>("with locked as (update account.citizen set state = 2, due = null where id = 'TECH-3' returning 1) select count(*) from locked");

        using var first = await RestoreAsync("TECH-3", "R-1");
        using var second = await RestoreAsync("TECH-3", "R-1");

        notLocked.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var answer = await AccountGateway.ReadAsync(first, HttpStatusCode.Accepted);
        (await AccountGateway.ReadAsync(second, HttpStatusCode.OK)).ToJsonString().ShouldBe(answer.ToJsonString());
        answer["deadline"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThanOrEqualTo(answer["askedAt"]!.GetValue<DateTimeOffset>().AddHours(8));
    }

    [Test]
    public async Task Should_be_for_the_portal_alone()
    {
        using var response = await AccountGateway.SendAsync(_gateway.Coordination, HttpMethod.Put, "/v1/citizen-accounts/TECH-4", new JsonObject { ["email"] = "a@example.vn" });

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<HttpResponseMessage> RegisterAsync(string citizen, JsonObject body) => AccountGateway.SendAsync(_portal, HttpMethod.Put, $"/v1/citizen-accounts/{citizen}", body);

    private Task<HttpResponseMessage> RestoreAsync(string citizen, string request) =>
        AccountGateway.SendAsync(_portal, HttpMethod.Post, $"/v1/citizen-accounts/{citizen}/restores", new JsonObject { ["requestId"] = request });

    private Task<string> DueAsync(string citizen) => _gateway.Database.ScalarAsync<string>(
        $"select to_char(due at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') from account.citizen where id = '{citizen}'");
}
