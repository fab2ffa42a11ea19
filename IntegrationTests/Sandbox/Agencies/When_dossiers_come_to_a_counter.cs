using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Sandbox.Tests.Agencies;

public partial class When_dossiers_come_to_a_counter
{
    [Test]
    public async Task Should_make_them_known_to_the_portal_before_their_progress()
    {
        await using var sandbox = await SandboxFixture.StartAsync(new SettingsChange { CounterDossiersPerSecond = 50 });
        await Eventually.HoldsAsync(async () => (await CounterAsync(sandbox)).GetProperty("finished").GetInt32() > 60, "counter dossiers are at their end");
        sandbox.Change(new SettingsChange { CounterDossiersPerSecond = 0 });

        sandbox.Gateway.Unreadable.ShouldBeEmpty();
        var known = new HashSet<string>();
        foreach (var call in sandbox.Gateway.Calls)
        {
            foreach (var dossier in call.Dossiers) known.Add(dossier.MaHoSo!);
            foreach (var row in call.Rows) known.ShouldContain(row.MaHoSo!);
        }

        // What comes again as an update asks for a fee, which only a whole dossier can.
        var created = sandbox.Gateway.Calls.Where(call => call.IsUpdating == false).ToList();
        var asking = sandbox.Gateway.Calls.Where(call => call.IsUpdating == true).SelectMany(call => call.Dossiers).ToList();
        asking.ShouldAllBe(dossier => dossier.TrangThaiHoSo == "6");
        created.Select(call => call.User).Distinct().Count().ShouldBeGreaterThan(40, "every system has a counter");
        foreach (var dossier in created.SelectMany(call => call.Dossiers)) Check(dossier);
    }

    [Test]
    public async Task Should_send_as_an_update_what_the_portal_has_already()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        sandbox.Gateway.Outcome = (call, _) => call.IsUpdating == false ? ItemOutcome.AlreadyExists : ItemOutcome.Stored;
        sandbox.Change(new SettingsChange { CounterDossiersPerSecond = 5 });
        await Eventually.HoldsAsync(async () => (await CounterAsync(sandbox)).GetProperty("finished").GetInt32() > 2, "counter dossiers are at their end");

        var updates = new ConcurrentBag<string>(sandbox.Gateway.Calls.Where(call => call.IsUpdating == true).SelectMany(call => call.Codes));
        updates.ShouldNotBeEmpty();
        (await CounterAsync(sandbox)).GetProperty("givenUp").GetInt32().ShouldBe(0);
    }

    [Test]
    public async Task Should_bring_in_the_old_dossier_of_the_closed_province_the_same_each_time()
    {
        var first = await LegacyAsync();
        var second = await LegacyAsync();

        first.ShouldNotBeEmpty();
        second.ShouldBe(first);
        first[0].ShouldStartWith("000.00.01.H22 False 000.00.01.H22-250616-00001 20250616");
    }

    private static async Task<List<string>> LegacyAsync()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        await Eventually.HoldsAsync(async () => (await CounterAsync(sandbox)).GetProperty("finished").GetInt32() == 1, "the old dossier is at its end");
        return [.. sandbox.Gateway.Calls.Select(call => string.Create(
            CultureInfo.InvariantCulture,
            $"{call.User} {call.IsUpdating} {string.Join(' ', call.Codes)} {string.Join(' ', call.Dossiers.Select(dossier => dossier.NgayTiepNhan))}{string.Join(' ', call.Rows.Select(row => $"{row.ThoiDiemXuLy} {row.TrangThai}"))}"))];
    }

    private static void Check(IDossier dossier)
    {
        if (dossier.MaHoSo!.Contains("H22", StringComparison.Ordinal)) return;
        Code().IsMatch(dossier.MaHoSo!).ShouldBeTrue(dossier.MaHoSo);
        int.Parse(dossier.MaHoSo!.Split('-')[2], CultureInfo.InvariantCulture).ShouldBeLessThan(5_000_000, "ours begin there");
        dossier.TenTTHC.ShouldNotBeNullOrEmpty();
    }

    private static async Task<System.Text.Json.JsonElement> CounterAsync(SandboxFixture sandbox) =>
        (await sandbox.GetAsync("/sandbox/ledger")).GetProperty("dossiers").GetProperty("counter");

    [GeneratedRegex("^[GH][0-9]{2}-[0-9]{6}-[0-9]{5,7}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
