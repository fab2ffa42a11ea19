using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>The inbox takes what is whole and lies still.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_files_are_laid_in_the_inbox
{
    private ReconcilingWorld _world = null!;
    private StatementInbox _inbox = null!;
    private string _folder = "";

    private string Of => Path.Combine(_folder, "mb");

    [SetUp]
    public async Task StartAsync()
    {
        _world = await ReconcilingWorld.StartAsync();
        _folder = Path.Combine(Path.GetTempPath(), $"inbox-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Of);
        _inbox = new StatementInbox(_world.Intake, _folder, TimeSpan.FromSeconds(10), _world.Clock);
    }

    [TearDown]
    public async Task EndAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _world.DisposeAsync();
    }

    private Task<IReadOnlyList<InboxAnswer>> LookAsync() => _inbox.TakeAsync([_world.Bank], "test", CancellationToken.None);

    [Test]
    public async Task Should_leave_a_file_alone_that_is_still_growing()
    {
        var (path, bytes) = (Path.Combine(Of, "MB_20261120.txt"), _world.Bytes(Day, [Line(null, "FT1", 50_000)]));
        await File.WriteAllBytesAsync(path, bytes[..40]);
        (await LookAsync()).ShouldBeEmpty();
        _world.Clock.Forward(TimeSpan.FromSeconds(9));
        await File.WriteAllBytesAsync(path, bytes);
        (await LookAsync()).ShouldBeEmpty();
        _world.Clock.Forward(TimeSpan.FromSeconds(9));
        (await LookAsync()).ShouldBeEmpty();

        _world.Clock.Forward(TimeSpan.FromSeconds(1));
        (await LookAsync()).ShouldHaveSingleItem().Answer.IsNew.ShouldBeTrue();
        File.Exists(Path.Combine(Of, "taken", "MB_20261120.txt")).ShouldBeTrue();
        (await LookAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_not_touch_what_is_named_unfinished()
    {
        await File.WriteAllTextAsync(Path.Combine(Of, "MB_20261120.txt.part"), "x");
        await LookAsync();
        _world.Clock.Forward(TimeSpan.FromMinutes(5));

        (await LookAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_put_a_rejected_file_aside()
    {
        await File.WriteAllBytesAsync(Path.Combine(Of, "MB_20261120.txt"), _world.Bytes(Day, [Line(null, "FT1", 50_000)])[..^10]);
        await LookAsync();
        _world.Clock.Forward(TimeSpan.FromSeconds(10));

        (await LookAsync()).ShouldHaveSingleItem().Answer.Rejection.ShouldNotBeNull();
        File.Exists(Path.Combine(Of, "rejected", "MB_20261120.txt")).ShouldBeTrue();
        (await _world.Files.RejectionsAsync("mb", 10, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_find_a_file_again_after_a_host_died_before_it_was_put_aside()
    {
        var bytes = _world.Bytes(Day, [Line(null, "FT1", 50_000)]);
        await _world.TakeAsync("MB_20261120.txt", bytes, day: null);
        await File.WriteAllBytesAsync(Path.Combine(Of, "MB_20261120.txt"), bytes);
        await LookAsync();
        _world.Clock.Forward(TimeSpan.FromSeconds(10));

        (await LookAsync()).ShouldHaveSingleItem().Answer.IsNew.ShouldBeFalse();
        (await _world.Files.ListAsync("mb", 10, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Should_let_go_of_what_was_put_aside_after_its_time_and_of_nothing_else()
    {
        var taken = Path.Combine(Of, "MB_20261120.txt");
        await File.WriteAllBytesAsync(taken, _world.Bytes(Day, [Line(null, "FT1", 50_000)]));
        // A copy keeps the time at which the bank wrote it.
        File.SetLastWriteTimeUtc(taken, _world.Clock.GetUtcNow().UtcDateTime.AddDays(-200));
        await File.WriteAllTextAsync(Path.Combine(Of, "MB_20261119.txt"), "spoilt");
        await LookAsync();
        _world.Clock.Forward(TimeSpan.FromSeconds(10));
        (await LookAsync()).Count.ShouldBe(2);
        var waiting = Path.Combine(Of, "MB_20261121.txt");
        await File.WriteAllTextAsync(waiting, "x");
        File.SetLastWriteTimeUtc(waiting, _world.Clock.GetUtcNow().UtcDateTime.AddDays(-200));
        var keeping = new InboxKeeping(_folder, _world.Clock);

        _world.Clock.Forward(TimeSpan.FromDays(90));
        keeping.Trim(90).ShouldBe(0);
        _world.Clock.Forward(TimeSpan.FromSeconds(1));
        keeping.Trim(90).ShouldBe(2);

        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ShouldBe([waiting]);
    }
}
