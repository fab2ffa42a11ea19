using DichVuCong.Runtime.Tests.Support;

namespace DichVuCong.Runtime.Tests.Parking;

internal sealed class When_the_database_refuses_a_row
{
    [Test]
    public async Task Should_find_the_message_at_fault_and_park_it_alone()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        await system.SendAsync([.. Enumerable.Range(0, 50).Select(number => new Note($"key-{number}", number == 13 ? -13 : number))]);

        await system.AddHostAsync(new() { Workers = 1 });

        await system.UntilRowsAsync("select count(*) from line", 49);
        // It was found while the others were handled, and is parked when it is met again.
        await system.UntilRowsAsync("select count(*) from bus.parked", 1);
        var parked = (await system.Parking.ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        parked.Key.ShouldBe("key-13");
        parked.Error.ShouldBe("23514 line line_text_check");
        (await system.StateOfAsync("key-13")).ShouldBeNull("nothing of the refused decision was kept");
    }
}
