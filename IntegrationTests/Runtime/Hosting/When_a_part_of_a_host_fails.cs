using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Hosting;

/// <summary>What nobody has foreseen ends one part of a host, say one of its workers.</summary>
internal sealed class When_a_part_of_a_host_fails
{
    [Test]
    public async Task Should_end_the_host_so_that_its_manager_starts_a_whole_one()
    {
        await using var system = await RuntimeHarness.StartAsync(hosts: 0);
        var host = await system.AddHostAsync(new RuntimeOptions { Workers = 1 });
        await system.SendAsync(new Note("before", 1));
        await system.UntilAsync("before", state => state.Numbers.Count == 1);

        system.Calendars.AreBroken = true;
        await system.SendAsync(new Note("key", 1));

        await Should.ThrowAsync<NotSupportedException>(host.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60)));
        await Eventually.HoldsAsync(async () => await system.Database.ScalarAsync<long>("select count(*) from bus.line where owner is not null") == 0, "its lines are free");
        (await system.Database.ScalarAsync<long>("select count(*) from bus.host")).ShouldBe(0);
    }
}
