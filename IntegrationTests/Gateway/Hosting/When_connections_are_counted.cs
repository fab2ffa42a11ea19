using DichVuCong.Gateway.Hosting;

namespace DichVuCong.Gateway.Tests.Hosting;

internal sealed class When_connections_are_counted
{
    [TestCase(20_000, 1_048_576, 20_000)]
    [TestCase(20_000, 20_000, 19_488)]
    [TestCase(20_000, 1_024, 512)]
    [TestCase(20_000, 600, 300)]
    [TestCase(100, 20_000, 100)]
    public void Should_stay_below_the_files_that_the_process_may_open(int wanted, long files, long most) =>
        GatewayConnections.Most(wanted, files).ShouldBe(most);

    [Test]
    public void Should_know_how_many_files_those_are() => OpenFiles.Limit().ShouldBeGreaterThan(0);
}
