using DichVuCong.Cli.Commands.Backups;
using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Backups;

internal sealed class When_a_restore_is_ordered_wrongly
{
    [TestCase("backup take", 64)]
    [TestCase("backup list --dir relative/folder", 64)]
    [TestCase("backup list --dir /tmp/with$sign", 64)]
    [TestCase("backup list --dir /tmp/there-are-no-backups-here", 2)]
    [TestCase("restore --to /tmp/x --dir /tmp/y", 64)]
    [TestCase("restore --at latest --dir /tmp/y", 64)]
    [TestCase("restore --at yesterday --to /tmp/x --dir /tmp/y", 64)]
    [TestCase("restore --at 2999-01-01T00:00:00 --to /tmp/x --dir /tmp/y", 64)]
    [TestCase("restore --at latest --to /tmp/x --dir /tmp/y --gap 0", 64)]
    [TestCase("restore finish", 64)]
    [TestCase("restore finish --nothing-lost --restored-to 2026-01-01T00:00:00", 64)]
    [TestCase("restore report", 2)]
    public async Task Should_say_what_is_wrong_and_do_nothing(string command, int exitCode)
    {
        await using var database = await SeededDatabase.CreateAsync();

        var result = await new Dvc(database).RunAsync(command.Split(' '));

        result.ExitCode.ShouldBe(exitCode, result.Output + result.Error);
        result.Error.ShouldNotBeEmpty();
        (await database.ScalarAsync<long>("select count(*) from bus.incarnation")).ShouldBe(1);
    }

    [Test]
    public async Task Should_not_mark_while_others_are_connected()
    {
        await using var database = await SeededDatabase.CreateAsync();
        await using var other = await database.Source.OpenConnectionAsync();

        var refused = await new Dvc(database).RunAsync("restore", "finish", "--restored-to", "2026-01-01T00:00:00");

        refused.ExitCode.ShouldBe(ExitCodes.Problems);
        refused.Error.ShouldContain("Stop every Gateway and Worker");
    }

    [TestCase("2026-11-22T14:05:00", "2026-11-22T07:05:00Z")]
    [TestCase("2026-11-22 14:05", "2026-11-22T07:05:00Z")]
    [TestCase("2026-11-22T07:05:00Z", "2026-11-22T07:05:00Z")]
    [TestCase("2026-11-22T08:05:00+01:00", "2026-11-22T07:05:00Z")]
    public void Should_read_times_of_the_zone_and_with_an_offset(string text, string expected) =>
        BackupOptions.Instant("--at", text).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
}
