using System.Net;
using DichVuCong.Gateway.Files;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Tests.Files;

internal sealed class When_files_are_fetched_within_bounds
{
    private static readonly byte[] Content = FilesFixture.Bytes(400_000);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dvc-{Guid.NewGuid():N}");
    private FakePortal _portal = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _portal = await FakePortal.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _portal.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Should_not_wait_for_ever()
    {
        var url = _portal.Answer("/slow", async context =>
        {
            await context.Response.Body.WriteAsync(Content.AsMemory(0, 100), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var options = new FileRelayOptions { TotalTimeout = TimeSpan.FromMilliseconds(300) };
        var spool = new FileSpool(_folder, options);
        (await FetchAsync(url, Here, options, spool)).ShouldBe(new FetchedFile.Unreachable("timeout"));
        spool.Taken.ShouldBe((0, 0));
    }

    [Test]
    public async Task Should_not_connect_to_this_machine_outside_development()
    {
        _portal.Serve("/inside", Content);
        var hosts = new FileHosts(["localhost", "127.0.0.1"], loopback: false);
        (await FetchAsync(_portal.Url("/inside"), hosts)).ShouldBe(new FetchedFile.Refused("address-not-allowed"));
        (await FetchAsync(new Uri($"http://localhost:{_portal.Port}/inside"), hosts)).ShouldBe(new FetchedFile.Refused("address-not-allowed"));
        _portal.Asked("/inside").ShouldBe(0);
    }

    [Test]
    public async Task Should_say_when_there_is_no_room_and_go_on_when_there_is()
    {
        var url = _portal.Serve("/room", Content);
        var options = new FileRelayOptions { SpoolBytes = Content.Length };
        var spool = new FileSpool(_folder, options);
        var first = (await FetchAsync(url, Here, options, spool)).ShouldBeOfType<FetchedFile.Verified>();
        (await FetchAsync(url, Here, options, spool)).ShouldBe(new FetchedFile.NoRoom());
        await first.File.DisposeAsync();
        await first.File.DisposeAsync();
        var second = (await FetchAsync(url, Here, options, spool)).ShouldBeOfType<FetchedFile.Verified>();
        await second.File.DisposeAsync();
        spool.Taken.ShouldBe((0, 0));
    }

    [Test]
    public async Task Should_leave_nothing_on_disk_that_somebody_could_find()
    {
        var spool = new FileSpool(_folder, new FileRelayOptions());
        await using var file = spool.TryOpen(1_000_000)!;
        await file.Content.WriteAsync(Content);
        spool.Taken.ShouldBe((0, 1_000_000));
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_spool_to_disk_when_the_memory_is_taken()
    {
        var spool = new FileSpool(_folder, new FileRelayOptions { MemoryBytes = 1000 });
        await using var first = spool.TryOpen(600)!;
        await using var second = spool.TryOpen(600)!;
        spool.Taken.ShouldBe((600, 600));
    }

    [TestCase("203.162.0.1", true, true)]
    [TestCase("2402:800::1", true, true)]
    [TestCase("10.1.2.3", false, true)]
    [TestCase("172.31.255.255", false, true)]
    [TestCase("172.32.0.1", true, true)]
    [TestCase("192.168.1.1", false, true)]
    [TestCase("100.64.0.1", false, true)]
    [TestCase("fd00::1", false, true)]
    [TestCase("::ffff:10.1.2.3", false, true)]
    [TestCase("127.0.0.1", false, false)]
    [TestCase("::1", false, false)]
    [TestCase("::ffff:127.0.0.1", false, false)]
    [TestCase("0.0.0.0", false, false)]
    [TestCase("169.254.169.254", false, false)]
    [TestCase("::ffff:169.254.169.254", false, false)]
    [TestCase("fe80::1", false, false)]
    [TestCase("224.0.0.1", false, false)]
    [TestCase("255.255.255.255", false, false)]
    [TestCase("64:ff9b::7f00:1", false, false)]
    [TestCase("2002:7f00:1::", false, false)]
    public void Should_know_which_addresses_lie_outside(string address, bool below, bool named)
    {
        PublicAddress.Allows(IPAddress.Parse(address), isNamed: false, loopback: false).ShouldBe(below);
        PublicAddress.Allows(IPAddress.Parse(address), isNamed: true, loopback: false).ShouldBe(named);
    }

    private static FileHosts Here => new([], loopback: true);

    private async Task<FetchedFile> FetchAsync(Uri url, FileHosts hosts, FileRelayOptions? options = null, FileSpool? spool = null)
    {
        using var files = new PortalFiles(hosts, spool ?? new FileSpool(_folder, new FileRelayOptions()), options ?? new FileRelayOptions(), TimeProvider.System);
        return await files.FetchAsync(FilesFixture.Describe(Content, url), CancellationToken.None);
    }
}
