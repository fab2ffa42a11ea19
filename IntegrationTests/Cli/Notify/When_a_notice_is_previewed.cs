using System.Text.Json;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;

namespace DichVuCong.Cli.Tests.Notify;

/// <summary><c>dvc notify preview</c> needs no database, and sends nothing.</summary>
internal sealed class When_a_notice_is_previewed
{
    [Test]
    public async Task Should_list_every_text_without_a_problem()
    {
        var answer = await RunAsync("notify", "preview", "--json");

        answer.GetProperty("templates").EnumerateArray().Select(template => template.GetProperty("name").GetString()).ShouldContain("state-9.v1");
        answer.GetProperty("problems").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Should_show_each_channel_and_what_an_sms_costs()
    {
        var answer = await RunAsync("notify", "preview", "receipt", "--price", "650", "--json");

        var sms = answer.GetProperty("sms");
        sms.GetProperty("text").GetString()!.ShouldStartWith("Ho so H29.101-260302-5000001 da duoc Cong Dich vu cong quoc gia ghi nhan luc 09:00 02/03/2026.");
        sms.GetProperty("isGsm7").GetBoolean().ShouldBeTrue();
        sms.GetProperty("price").GetDecimal().ShouldBe(650 * sms.GetProperty("segments").GetInt32());
        answer.GetProperty("email").GetProperty("subject").GetString().ShouldBe("Biên nhận điện tử hồ sơ H29.101-260302-5000001");
        answer.GetProperty("portal").GetProperty("title").GetString().ShouldBe("Biên nhận hồ sơ H29.101-260302-5000001");
    }

    [Test]
    public async Task Should_show_a_version_by_its_name_and_say_which_time_it_is()
    {
        var answer = await RunAsync("notify", "preview", "state-5.v1", "--entry", "2", "--unicode", "--json");

        answer.GetProperty("sms").GetProperty("text").GetString()!.ShouldEndWith("(lần 2)");
        answer.GetProperty("sms").GetProperty("isGsm7").GetBoolean().ShouldBeFalse();
    }

    [TestCase(ExitCodes.NotFound, "state-4")]
    [TestCase(ExitCodes.NotFound, "receipt.v99")]
    [TestCase(ExitCodes.Usage, "receipt", "--entry", "2")]
    [TestCase(ExitCodes.Usage, "state-5", "--entry", "0")]
    public async Task Should_say_what_there_is_when_asked_for_something_else(int exitCode, params string[] arguments) =>
        (await new Dvc().RunAsync(["notify", "preview", .. arguments])).ExitCode.ShouldBe(exitCode);

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var run = await new Dvc().RunAsync(arguments);
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        return JsonSerializer.Deserialize<JsonElement>(run.Output);
    }
}
