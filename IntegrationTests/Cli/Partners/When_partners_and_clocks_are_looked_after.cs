using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Partners;

internal sealed class When_partners_and_clocks_are_looked_after
{
    private const string Rows =
        """
        insert into bus.word (kind, name) values ('endpoint', 'dossiers'), ('clock', 'deadline');
        insert into bus.line (partner) values ('onestop:H29'), ('sms');
        insert into bus.saga (id, type, key, flow, version, schema, last_now, state)
          select 1001, id, 'H29.101-270301-5000001', 7, 1, 1, now(), 'x' from bus.word where kind = 'endpoint';
        insert into bus.clock (saga, name, lane, serial, due, state) select 1001, id, 3, 1, timestamptz '2027-03-16 17:00+07', 1 from bus.word where kind = 'clock';
        """;

    private TestDatabase _database = null!;

    [SetUp]
    public async Task Create()
    {
        _database = await SeededDatabase.CreateAsync();
        await using var command = _database.Source.CreateCommand(Rows);
        await command.ExecuteNonQueryAsync();
    }

    [TearDown]
    public async Task Drop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_pause_and_resume_a_partner_for_a_recorded_reason()
    {
        (await RunAsync("partners", "pause", "sms", "--reason", "nhà mạng báo sự cố")).GetProperty("paused").GetBoolean().ShouldBeTrue();
        (await RunAsync("partners", "list")).GetProperty("partners").EnumerateArray()
            .Single(one => one.GetProperty("partner").GetString() == "sms").GetProperty("side").GetString().ShouldBe("paused");
        (await Dvc.RunAsync("partners", "pause", "sms", "--reason", "lần nữa")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await Dvc.RunAsync("partners", "pause", "nobody", "--reason", "không có")).ExitCode.ShouldBe(ExitCodes.Problems);
        await RunAsync("partners", "resume", "sms", "--reason", "đã xong");

        (await _database.ScalarAsync<bool>("select stopped from bus.line where partner = 'sms'")).ShouldBeFalse();
        (await _database.ScalarAsync<long>("select count(*) from operations.audit where action in ('partner.pause', 'partner.resume')")).ShouldBe(2);
    }

    [Test]
    public async Task Should_announce_maintenance_and_warn_of_short_notice()
    {
        string[] window = ["partners", "maintain", "onestop:H29", "--announcement", "Nâng cấp", "--reason", "kế hoạch"];
        var soon = DateTimeOffset.UtcNow.AddHours(3);

        (await RunAsync([.. window, "--from", $"{soon:O}", "--to", $"{soon.AddHours(1):O}"])).GetProperty("isLate").GetBoolean().ShouldBeTrue();
        (await RunAsync([.. window, "--from", $"{soon.AddDays(30):O}", "--to", $"{soon.AddDays(30).AddHours(1):O}"])).GetProperty("isLate").GetBoolean().ShouldBeFalse();
        (await RunAsync("partners", "show", "onestop:H29")).GetProperty("windows").GetArrayLength().ShouldBe(2);
    }

    [Test]
    public async Task Should_take_a_contact_from_standard_input_and_show_it_masked()
    {
        var named = await Dvc.RunWithInputAsync(
            """{"name":"Nguyễn Văn An","phone":"0912345678"}""", "partners", "contact", "sms", "--kind", "technical", "--reason", "công văn 5", "--json");
        named.ExitCode.ShouldBe(ExitCodes.Ok, named.Error);

        (await Dvc.RunAsync("partners", "show", "sms")).Output.ShouldNotContain("912345678");
        (await RunAsync("partners", "show", "sms", "--reveal", "--reason", "gọi về sự cố")).GetProperty("contacts")[0].GetProperty("phone").GetString().ShouldBe("+84912345678");
        (await _database.ScalarAsync<long>("select count(*) from operations.audit where action = 'partner.contact.reveal'")).ShouldBe(1);
    }

    [Test]
    public async Task Should_move_a_clock_when_a_second_person_approves()
    {
        (await RunAsync("clocks", "list", "--rule", "deadline")).GetProperty("clocks")[0].GetProperty("key").GetString().ShouldBe("H29.101-270301-5000001");
        var approval = (await RunAsync("clocks", "move", "1001", "deadline", "--due", "2027-05-01T08:00+07:00", "--reason", "Công văn 77")).GetProperty("approval").GetString()!;
        (await Dvc.RunAsync("approvals", "approve", approval, "--reason", "chính mình")).ExitCode.ShouldBe(ExitCodes.Problems);

        (await Dvc.With("DVC_OPERATOR", "nguoi-thu-hai").RunAsync("approvals", "approve", approval, "--reason", "đã xem")).ExitCode.ShouldBe(ExitCodes.Ok);

        (await _database.ScalarAsync<bool>("select due = '2027-05-01 08:00+07' from bus.clock where saga = 1001")).ShouldBeTrue();
        (await Dvc.RunAsync("clocks", "cancel", "77", "deadline", "--reason", "không có")).ExitCode.ShouldBe(ExitCodes.NotFound);
    }

    [Test]
    public async Task Should_preview_and_set_a_day_of_the_calendar()
    {
        string[] day = ["--date", "2027-03-10", "--kind", "Holiday", "--name", "Nghỉ đột xuất", "--document", "Quyết định 99"];
        (await RunAsync(["calendar", "preview", .. day])).GetProperty("preview").GetProperty("moved").GetInt64().ShouldBe(0);
        var approval = (await RunAsync(["calendar", "set", .. day, "--reason", "quyết định mới"])).GetProperty("approval").GetString()!;
        (await Dvc.With("DVC_OPERATOR", "nguoi-thu-hai").RunAsync("approvals", "approve", approval, "--reason", "đã xem")).ExitCode.ShouldBe(ExitCodes.Ok);

        (await RunAsync("calendar", "show", "--year", "2027")).GetProperty("days").EnumerateArray()
            .ShouldContain(one => one.GetProperty("sourceDocument").GetString() == "Quyết định 99");
    }

    private Dvc Dvc => new(_database);

    private async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var result = await Dvc.RunAsync([.. arguments, "--json"]);
        result.ExitCode.ShouldBe(ExitCodes.Ok, result.Error);
        return result.Json;
    }
}
