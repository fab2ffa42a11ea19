using System.Net;

namespace DichVuCong.Operations.Tests.Payments;

internal sealed class When_the_trail_cannot_be_written
{
    [Test]
    public async Task Should_do_nothing_of_the_order()
    {
        await using var world = await PaymentWorld.StartAsync();
        var difference = await world.DifferenceAsync("TRAIL-1");
        using var lan = await world.Screen.SignInAsync("operator", name: "lan");
        var before = await world.Database.ScalarAsync<long>("select count(*) from bus.inbox");
        await ExecuteAsync(world, "alter table operations.audit_head rename to audit_head_away");

        using (var failed = await lan.PostAsync("/session", $"/payments/inquiries/{difference}/propose", ("reason", "Xong")))
            failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);

        (await world.Database.ScalarAsync<long>("select count(*) from bus.inbox")).ShouldBe(before);
        await ExecuteAsync(world, "alter table operations.audit_head_away rename to audit_head");
        using var given = await lan.PostAsync("/session", $"/payments/inquiries/{difference}/propose", ("reason", "Xong"));
        given.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await world.UntilAsync(difference, Contracts.Payments.InquiryState.ClosingProposed);
        (await world.TrailAsync("inquiry.propose", difference)).ShouldBe(1);
        (await world.Inquiries.StepsAsync(difference, CancellationToken.None)).Count.ShouldBe(1);
    }

    private static async Task ExecuteAsync(PaymentWorld world, string sql)
    {
        await using var command = world.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
