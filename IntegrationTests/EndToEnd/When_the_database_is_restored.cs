using System.Net;
using System.Text.Json.Nodes;
using DichVuCong.EndToEnd.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.EndToEnd.Tests;

/// <summary>A backup, a disaster, a restore to some minutes before, and everybody reconciles.</summary>
internal sealed class When_the_database_is_restored
{
    private const string Ended = "state in (3, 7, 8, 10)";

    [Test]
    public async Task Should_ask_again_what_was_lost_repeat_nothing_and_say_what_cannot_be_known()
    {
        await using var system = await RestorableSystem.StartAsync(new JsonObject
        {
            // Slow enough for dossiers to be under way at the time restored to.
            ["stepMilliseconds"] = new JsonArray(4000, 5000),
            ["counterDossiersPerSecond"] = 0,
            ["fileCheckShare"] = 0,
            ["journeys"] = new JsonObject { ["usual"] = 1, ["refused"] = 0, ["supplement"] = 0, ["payment"] = 0, ["withdrawn"] = 0, ["stopped"] = 0 },
        });
        var kept = new List<string>();
        for (var number = 0; number < 6; number++) kept.Add(await system.FileAsync(Of($"kept-{number}", number)));
        await system.UntilAsync("delivered_at is not null", kept);
        var target = new DateTimeOffset(await system.ScalarAsync<DateTime>("select clock_timestamp()"));
        await Eventually.HoldsAsync(async () => new DateTimeOffset(await system.ScalarAsync<DateTime>("select clock_timestamp()")) > target.AddSeconds(1), "time has passed");

        // The time that will be lost: dossiers come in, agencies come to an end with those that are known.
        var lost = new List<string>();
        for (var number = 0; number < 4; number++) lost.Add(await system.FileAsync(Of($"lost-{number}", number)));
        await system.UntilAsync(Ended, kept);
        await system.UntilAsync("delivered_at is not null", lost);
        var (_, before) = await system.EventsAsync("latest");
        await system.StrikeAsync();
        await system.RestoreAsync(target);

        // What the portal is told, and does: it files again what it filed since.
        var (status, problem) = await system.EventsAsync(before["next"]!.GetValue<string>());
        status.ShouldBe(HttpStatusCode.Gone);
        problem["code"]!.GetValue<string>().ShouldBe("feed-restored");
        problem["restoredTo"]!.GetValue<DateTimeOffset>().ShouldBeLessThanOrEqualTo(target);
        (await system.EventsAsync(problem["next"]!.GetValue<string>())).Status.ShouldBe(HttpStatusCode.OK);
        (await system.CountAsync("true", lost)).ShouldBe(0);
        var again = new List<string>();
        for (var number = 0; number < lost.Count; number++) again.Add(await system.FileAsync(Of($"lost-{number}", number)));
        again.ShouldNotContain(code => lost.Contains(code) || kept.Contains(code));
        (await system.FileAsync(Of("kept-0", 0), HttpStatusCode.OK)).ShouldBe(kept[0]);

        // The agencies reported the ends of these once, and will not again: they are asked.
        await system.UntilAsync(Ended, [.. kept, .. again]);
        await Eventually.HoldsAsync(
            async () => JsonNode.Parse(await system.DvcAsync("restore report --json", exitCode: 1))!["report"]!["isComplete"]!.GetValue<bool>(), "nothing is outstanding", TimeSpan.FromMinutes(1));
        var report = JsonNode.Parse(await system.DvcAsync("restore report --json", exitCode: 1))!;
        var moved = report["report"]!["dossiers"]!.AsArray().Where(row => row!["finding"]!.GetValue<string>() == "moved").Select(row => row!["code"]!.GetValue<string>()).ToList();
        kept.ShouldAllBe(code => moved.Contains(code));
        moved.ShouldNotContain(code => again.Contains(code));
        report["notKnowable"]!.AsArray().Count.ShouldBeGreaterThan(0);

        // The agencies know codes that we do not know any more; none was given again.
        await Eventually.HoldsAsync(async () => await system.ScalarAsync<long>("select count(*) from dossier.stray") == lost.Count, "the lost codes are seen", TimeSpan.FromMinutes(1));
        foreach (var code in kept.Concat(lost).Concat(again))
        {
            var ledger = await system.LedgerAsync(code);
            var known = ledger["dossiers"]!.AsArray().ShouldHaveSingleItem()!;
            known["copies"]!.GetValue<int>().ShouldBe(1, code);
            known["updates"]!.GetValue<int>().ShouldBe(0, code);
            // The receipt and the states 9 and 10, on two channels: none of them twice, not even in other words.
            ledger["notices"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(6, code);
            ledger["notices"]!.AsArray().ShouldAllBe(notice => notice!["taken"]!.GetValue<int>() == 1, code);
        }

        (await system.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
        (await system.ScalarAsync<long>("select count(*) from bus.doubt where kind = 1")).ShouldBe(0);

        // As the page for the night says: a base backup at once, and the older ones go.
        await system.DvcAsync("backup take");
        await system.DvcAsync("backup prune --keep 1 --yes");
        await system.DvcAsync("backup verify");
        (await ArchivingAsync(system, exitCode: 0)).ShouldBe("good");

        // An archive that fails is told before the disk is full.
        await system.ExecuteAsync("alter system set archive_command = 'false'");
        await system.ExecuteAsync("select pg_reload_conf()");
        await system.ExecuteAsync("select pg_switch_wal()");
        await Eventually.HoldsAsync(
            async () => await system.ScalarAsync<long>("select failed_count from pg_stat_archiver") > 0, "archiving has failed", TimeSpan.FromMinutes(2));
        (await ArchivingAsync(system, exitCode: 1)).ShouldBe("refused");
    }

    private static async Task<string> ArchivingAsync(RestorableSystem system, int exitCode)
    {
        var checks = JsonNode.Parse(await system.DvcAsync("check-env --json", exitCode))!["checks"]!.AsArray();
        return checks.Single(check => check!["what"]!.GetValue<string>() == "archiving")!["level"]!.GetValue<string>();
    }

    private static JsonObject Of(string submission, int number) => number % 2 == 0 ? Filings.InHanoi(submission) : Filings.InTuyenQuang(submission);
}
