using System.Net.Http.Json;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DichVuCong.Sandbox.Tests.Control;

public class When_the_sandbox_is_told
{
    [TestCase("""{"speed":"fast"}""", "speed")]
    [TestCase("""{"counterDossiersPerSecond":-1}""", "counterDossiersPerSecond")]
    [TestCase("""{"journeys":{"usual":0}}""", "journeys")]
    [TestCase("""{"stepMilliseconds":[5,1]}""", "stepMilliseconds")]
    public async Task Should_change_nothing_when_a_setting_is_wrong(string body, string field)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var before = (await sandbox.GetAsync("/sandbox/settings")).ToString();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await sandbox.Http.PostAsync("/sandbox/settings", content);

        ((int)answer.StatusCode).ShouldBe(400);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(field);
        (await sandbox.GetAsync("/sandbox/settings")).ToString().ShouldBe(before);
    }

    [Test]
    public async Task Should_change_what_is_named_and_keep_the_rest()
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        await sandbox.Http.PostAsJsonAsync("/sandbox/settings", new { speed = "load", counterDossiersPerSecond = 2.5 });

        var settings = await sandbox.GetAsync("/sandbox/settings");
        settings.GetProperty("stepMilliseconds")[1].GetInt32().ShouldBe(50);
        settings.GetProperty("counterDossiersPerSecond").GetDouble().ShouldBe(2.5);
        settings.GetProperty("seed").GetInt64().ShouldBe(2026);
    }

    [TestCase("onestop:H99", "slow", 404)]
    [TestCase("onestop:H29", "fast", 400)]
    [TestCase("email", "int-codes", 400)]
    [TestCase("portal-files", "missing", 200)]
    public async Task Should_put_faults_in_force_that_the_party_can_have(string party, string mode, int status)
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        ((int)(await sandbox.Http.PutAsJsonAsync($"/sandbox/faults/{party}", new { mode })).StatusCode).ShouldBe(status);

        (await sandbox.GetAsync("/sandbox/faults")).GetArrayLength().ShouldBe(status == 200 ? 1 : 0);
    }

    [Test]
    public async Task Should_put_several_faults_of_a_party_in_force_together()
    {
        await using var sandbox = await SandboxFixture.StartAsync();

        var answer = await sandbox.Http.PutAsJsonAsync("/sandbox/faults/bank:vnpay", new[] { new { mode = "lose-callback", share = 0.5 }, new { mode = "slow", share = 1.0 } });
        ((int)answer.StatusCode).ShouldBe(200);
        ((int)(await sandbox.Http.PutAsJsonAsync("/sandbox/faults/bank:mb", new object[] { new { mode = "slow" }, new { mode = "fast" } })).StatusCode).ShouldBe(400);
        ((int)(await sandbox.Http.PutAsJsonAsync("/sandbox/faults/bank:mb", new { mode = "slow", often = 1 })).StatusCode).ShouldBe(400);

        var faults = await sandbox.GetAsync("/sandbox/faults");
        faults.EnumerateArray().Select(fault => fault.GetProperty("mode").GetString()).ShouldBe(["lose-callback", "slow"]);
    }

    [TestCase("Production", null, "Development only")]
    [TestCase(null, null, "Development only")]
    [TestCase("Development", "99", "DVC_PORT_BASE")]
    public void Should_refuse_to_run_where_it_may_not(string? environment, string? portBase, string reason)
    {
        var variables = new Dictionary<string, string?> { ["DVC_ENVIRONMENT"] = environment, ["DVC_PORT_BASE"] = portBase };

        Should.Throw<SandboxRefusedException>(() => SandboxOptions.Read(variables.GetValueOrDefault)).Message.ShouldContain(reason);
    }

    [Test]
    public void Should_find_its_ports_and_the_gateway_from_the_port_base()
    {
        var variables = new Dictionary<string, string?> { ["DVC_ENVIRONMENT"] = "Development", ["DVC_PORT_BASE"] = "9000" };

        SandboxOptions.Read(variables.GetValueOrDefault).ShouldBe(new SandboxOptions(9002, 9025, new Uri("http://127.0.0.1:9000")));
    }

    [Test]
    public async Task Should_forget_the_oldest_finished_dossiers_beyond_the_bound()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        sandbox.Change(new SettingsChange { MaxDossiers = 100 });
        var book = sandbox.Services.GetRequiredService<DossierBook>();
        // The host opens the legacy system's old dossier when it starts, beside this: counted with these it would be one more.
        await Eventually.HoldsAsync(() => book.All.Any(), "the legacy system's dossier is there");
        book.Clear();
        for (var number = 0; number < 250; number++) book.Finished(book.Open(sandbox.Systems.All[0], $"H29-261121-{number:D7}"));

        book.All.Count().ShouldBe(100);
        book.Forgotten.ShouldBe(150);
        book.Find(sandbox.Systems.All[0], "H29-261121-0000249").ShouldNotBeNull();
        book.Find(sandbox.Systems.All[0], "H29-261121-0000000").ShouldBeNull();
    }

    [Test]
    public async Task Should_page_through_the_ledger_and_clear_it()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        using var portal = new Deliveries(sandbox);
        for (var number = 1; number <= 5; number++) await portal.PushAsync($"H29-261121-{5000000 + number}");

        var first = (await sandbox.GetAsync("/sandbox/ledger/onestop:H29?limit=3")).EnumerateArray().ToList();
        var after = first[^1].GetProperty("sequence").GetInt64();
        var second = (await sandbox.GetAsync($"/sandbox/ledger/onestop:H29?after={after}")).EnumerateArray().ToList();
        first.Concat(second).Select(row => row.GetProperty("code").GetString()).Distinct().Count().ShouldBe(5);

        await sandbox.Http.DeleteAsync("/sandbox/ledger");
        (await sandbox.GetAsync("/sandbox/ledger/onestop:H29")).GetArrayLength().ShouldBe(0);
    }
}
