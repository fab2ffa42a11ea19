using DichVuCong.Cli.Running;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Payments;

internal sealed class When_orders_leave_a_trail
{
    [Test]
    public async Task Should_hold_what_was_ordered_by_command_and_nothing_that_was_refused()
    {
        await using var world = await PaymentWorld.StartAsync();
        var reference = await world.StateAsync(1);
        await world.PayAsync(reference, "GD-1", 149_000);
        await Eventually.HoldsAsync(
            async () => await world.Database.ScalarAsync<long>(
                $"select count(*) from payment.difference d join payment.inquiry i on i.difference = d.id where d.reference = '{reference}'") == 1,
            "the difference is found");
        var difference = await world.Database.ScalarAsync<string>($"select id from payment.difference where reference = '{reference}'");

        (await world.As("nguoi-1").RunAsync("payments", "decide", difference, "--agree", "--reason", "x")).ExitCode.ShouldBe(ExitCodes.Problems);
        (await world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", "Thiếu")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await world.As("nguoi-1").RunAsync("payments", "propose", difference, "--reason", "Thiếu")).ExitCode.ShouldBe(ExitCodes.Ok);

        (await world.Database.ScalarAsync<string>(
            $"select string_agg(who || ' ' || action || ' ' || reason, '; ' order by number) from operations.audit where target = '{difference}'"))
            .ShouldBe("os:nguoi-1 inquiry.propose Thiếu");
    }
}
