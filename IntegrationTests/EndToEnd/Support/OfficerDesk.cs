using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts;
using DichVuCong.Registries.Accounts.Scopes;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.EndToEnd.Tests.Support;

/// <summary>Officers of one agency: made here, their scopes set on both sides, and both sides compared.</summary>
internal sealed class OfficerDesk : IAsyncDisposable
{
    private static readonly OfficialDocument Document = new("12/UBND-VP", new DateOnly(2026, 3, 2), "files/1");
    private static ulong _drawn;
    private readonly RunningSystem _system;
    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly HttpClient _coordination;

    private OfficerDesk(RunningSystem system, OneStopSystem oneStop, IReadOnlyList<ProcedureCode> procedures)
    {
        (_system, System, Agency, Procedures) = (system, oneStop.Code, oneStop.Owner, procedures);
        _connections = new RuntimeDatabase(system.Database.ConnectionString);
        var topology = new Topology().AddAccounts(new AccountRules()).AddAccountDoorRecords().AddScopes(new ScopeRules());
        _door = new Door(
            _connections, topology, [new AccountRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new AccountFeedRecorder(), new ScopeRecorder()], new DoorOptions(),
            TimeProvider.System, NullLogger<Door>.Instance);
        _coordination = new HttpClient { BaseAddress = system.Portal.BaseAddress };
        _coordination.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-coordination");
    }

    public string System { get; }

    public AgencyCode Agency { get; }

    public IReadOnlyList<ProcedureCode> Procedures { get; }

    private string Systems => $"/sandbox/agencies/{System}";

    public static async Task<OfficerDesk> OpenAsync(RunningSystem system, string code)
    {
        var catalogue = await new CatalogueStore(system.Database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var desk = new OfficerDesk(system, catalogue.Systems.Single(one => one.Code == code), [.. catalogue.Procedures.Take(6).Select(procedure => procedure.Code)]);
        await desk._door.StartAsync(CancellationToken.None);
        await desk._door.Opened;
        return desk;
    }

    /// <summary>Makes officers whose access is on, and waits until the system has them.</summary>
    public async Task<IReadOnlyList<AccountId>> HireAsync(int count)
    {
        var officers = new List<AccountId>();
        for (var number = 0; number < count; number++) officers.Add(await HireOneAsync());
        await ConfirmedAsync();
        return officers;
    }

    public Task SendAsync(params IEnumerable<object> messages) => _door.AcceptAsync(
        new DoorCall { Messages = [.. messages.Select(message => new DoorMessage(message, Flow.Shared))] }, CancellationToken.None);

    /// <summary>The coordination system says something of a scope.</summary>
    public async Task SetHereAsync(AccountId officer, ProcedureCode procedure, bool granted)
    {
        using var response = await _coordination.PutAsJsonAsync(
            new Uri($"/v1/accounts/{officer}/scopes/{procedure}", UriKind.Relative), new JsonObject { ["granted"] = granted, ["by"] = "dieuphoi" });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>An administrator of the one-stop system says something of a scope.</summary>
    public async Task SetThereAsync(AccountId officer, ProcedureCode procedure, bool granted)
    {
        using var response = await _system.Sandbox.PutAsJsonAsync(
            new Uri($"{Systems}/officers/{officer}/scopes/{procedure}", UriKind.Relative), new JsonObject { ["granted"] = granted, ["by"] = "motcua" });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Does something to the system: <c>backup</c>, <c>restore</c>.</summary>
    public async Task DoAsync(string what)
    {
        using var response = await _system.Sandbox.PostAsync(new Uri($"{Systems}/{what}", UriKind.Relative), content: null);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The system's clock is wrong.</summary>
    public async Task SetClockAsync(int minutes)
    {
        using var response = await _system.Sandbox.PutAsJsonAsync(new Uri($"{Systems}/clock", UriKind.Relative), new JsonObject { ["minutes"] = minutes });
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Where the system has an officer stand, and which procedures it grants; null when it has none.</summary>
    public async Task<JsonNode?> ThereAsync(AccountId officer)
    {
        using var response = await _system.Sandbox.GetAsync(new Uri($"{Systems}/officers/{officer}", UriKind.Relative));
        return response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsStringAsync()) : null;
    }

    public Task<bool> IsGrantedHereAsync(AccountId officer, ProcedureCode procedure) => _system.Database.ScalarAsync<bool>(
        $"select coalesce((select granted from account.scope where account = '{officer}' and procedure = '{procedure}'), false)");

    public async Task<bool> IsGrantedThereAsync(AccountId officer, ProcedureCode procedure) =>
        (await ThereAsync(officer))?["granted"]!.AsArray().Any(code => code!.GetValue<string>() == procedure.Value) == true;

    public Task<long> CountAsync(string table) => _system.Database.ScalarAsync<long>($"select count(*) from {table}");

    /// <summary>Everything that the system was told of is confirmed.</summary>
    public Task ConfirmedAsync() => Eventually.HoldsAsync(
        async () => await _system.Database.ScalarAsync<long>(
            "select (select count(*) from account.scope where state <> 2) + (select count(*) from account.push where state <> 2) + (select count(*) from bus.ready) + (select count(*) from bus.outbound)") == 0,
        "the system has confirmed everything", TimeSpan.FromMinutes(3));

    /// <summary>Compares until both sides are equal by digest, and gives how many comparisons that took.</summary>
    public async Task<int> CompareAsync()
    {
        var before = await RunAsync();
        await EqualAsync(async () =>
        {
            using var response = await _coordination.PostAsJsonAsync(
                new Uri("/v1/account-comparisons", UriKind.Relative), new JsonObject { ["system"] = System, ["agency"] = Agency.Value });
            response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        });
        var there = await _system.Sandbox.GetFromJsonAsync<JsonNode>(new Uri($"{Systems}/officers?agency={Agency}", UriKind.Relative));
        var here = await _system.Database.ScalarAsync<string>($"select ours from account.comparison where system = '{System}' and agency = '{Agency}'");
        there!["digest"]!.GetValue<string>().ShouldBe(here);
        return await RunAsync() - before;
    }

    public async ValueTask DisposeAsync()
    {
        await _door.StopAsync(CancellationToken.None);
        _door.Dispose();
        await _connections.DisposeAsync();
        _coordination.Dispose();
    }

    private Task<int> RunAsync() => _system.Database.ScalarAsync<int>(
        $"select coalesce((select run from account.comparison where system = '{System}' and agency = '{Agency}'), 0)");

    // Each is asked for anew: what is repaired would be compared again after a minute only.
    private async Task EqualAsync(Func<Task> compareAsync)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var run = await RunAsync();
            await compareAsync();
            await Eventually.HoldsAsync(
                async () => await _system.Database.ScalarAsync<bool>(
                    $"select coalesce((select run > {run} and state <> 1 from account.comparison where system = '{System}' and agency = '{Agency}'), false)"),
                "the agency was compared", TimeSpan.FromMinutes(2));
            if (await _system.Database.ScalarAsync<bool>($"select state = 2 from account.comparison where system = '{System}' and agency = '{Agency}'")) return;
            await ConfirmedAsync();
        }

        Assert.Fail("The two sides did not become equal.");
    }

    private async Task<AccountId> HireOneAsync()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var number = Interlocked.Increment(ref _drawn);
        var id = AccountId.Of(VietnamTime.DayOf(now), number);
        var profile = new AccountProfile
        {
            Account = id,
            Revision = 1,
            FullName = Parsed<PersonName>("Nguyễn Văn Mẫu"),
            PersonalId = Parsed<PersonalId>($"0010900{number:D5}"),
            Unit = Agency,
            Position = "Chuyên viên",
            Phone = Parsed<PhoneNumber>("0912345678"),
            Email = Parsed<EmailAddress>("mau.nv@example.gov.vn"),
        };
        var groups = GroupSet.Of(PermissionGroup.Receiving);
        object[] messages =
        [
            new CreateAccount(id, AccountKind.Officer, Agency, groups, GroupSet.All, [System], "quantri", "Cán bộ mới"), new HandOverAccount(id, "ttdlqg", Document),
            new KeepCommitment(id, "quantri", Document),
        ];
        await _door.AcceptAsync(
            new DoorCall
            {
                Records = [new RegisterAccount(profile, AccountKind.Officer, AccountState.Created, now)],
                Messages = [.. messages.Select(message => new DoorMessage(message, Flow.Shared))],
            },
            CancellationToken.None);
        return id;
    }

    private static T Parsed<T>(string text)
        where T : IText<T> => T.TryParse(text, out var value) ? value : throw new FormatException(text);
}
