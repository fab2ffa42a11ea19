using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Work;

internal sealed class When_work_is_handed_over
{
    private const string Item = "overdue:H29-261123-1";

    private TestDatabase _database = null!;

    [SetUp]
    public async Task Fill()
    {
        _database = await SeededDatabase.CreateAsync();
        await ExecuteAsync(
            """
            insert into dossier.dossier (code, procedure, agency, origin, channel, central, flow, caller, filed_at, state, state_since, receipt_version, deadline)
            values ('H29-261123-1', '1.000001', 'H29.168', 1, 1, true, 1, 'portal', now(), 2, now(), 1, now() - interval '1 hour');
            update dossier.dossier set alarms = 1;
            insert into dossier.daily (agency, day, figure, lane, amount)
            select a, (now() at time zone 'Asia/Ho_Chi_Minh')::date, f, 1, n from (values ('H29', 1, 4), ('H29.168', 1, 3), ('H29.168', 5, 1)) v(a, f, n)
            """);
    }

    [TearDown]
    public Task Drop() => _database.DisposeAsync().AsTask();

    [Test]
    public async Task Should_list_it_and_keep_who_took_it()
    {
        var listed = await RunAsync("work", "list");
        listed.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(Item);
        (await RunAsync("work", "list", "--kind", "difference")).GetProperty("items").GetArrayLength().ShouldBe(0);

        await RunAsync("work", "acknowledge", Item);
        await RunAsync("work", "assign", Item, "--to", "Lan");
        await RunAsync("work", "hand-over", Item, "--to", "ca đêm", "--note", "hẹn 22 giờ");
        await RunAsync("work", "note", Item, "--note", "đã gọi");

        var shown = await RunAsync("work", "show", Item);
        shown.GetProperty("item").GetProperty("assignee").GetString().ShouldBe("ca đêm");
        shown.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("step").GetString())
            .ShouldBe(["acknowledged", "assigned", "handedOver", "noted"], StringComparer.OrdinalIgnoreCase);
        (await new Dvc(_database).RunAsync("work", "show", Item)).Output.ShouldContain("Hồ sơ quá hạn, quá hạn");

        await ExecuteAsync("update dossier.dossier set finished_at = now()");
        (await new Dvc(_database).RunAsync("work", "show", Item)).Output.ShouldContain("đã xử lý xong");
        (await new Dvc(_database).RunAsync("work", "acknowledge", Item)).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    [TestCase("hand-over", "--to", "ca đêm", "--note")]
    [TestCase("assign", "--note", "gấp", "--to")]
    public async Task Should_name_the_option_that_is_missing(string step, string option, string value, string missing)
    {
        var result = await new Dvc(_database).RunAsync("work", step, Item, option, value);

        result.ExitCode.ShouldBe(ExitCodes.Problems);
        result.Error.ShouldContain(missing);
        (await _database.ScalarAsync<long>("select count(*) from operations.work_note")).ShouldBe(0);
    }

    [Test]
    public async Task Should_add_each_province_up()
    {
        var agencies = (await RunAsync("agencies")).GetProperty("agencies").EnumerateArray().ToList();

        agencies.Count(agency => agency.GetProperty("name").GetString()!.StartsWith("UBND", StringComparison.Ordinal)).ShouldBe(34);
        var city = agencies.Single(agency => agency.GetProperty("agency").GetString() == "H29");
        (city.GetProperty("filed").GetInt64(), city.GetProperty("onTime").GetInt64(), city.GetProperty("overdue").GetInt64()).ShouldBe((7, 1, 1));
        (await new Dvc(_database).RunAsync("agencies", "--from", "2026-02-01", "--to", "2026-01-01")).ExitCode.ShouldBe(ExitCodes.Usage);
    }

    private async Task<JsonElement> RunAsync(params string[] command)
    {
        var result = await new Dvc(_database).RunAsync([.. command, "--json"]);
        result.ExitCode.ShouldBe(ExitCodes.Ok, result.Error);
        return result.Json;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
