using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests;

/// <summary>The short form of build/fuzz: a few thousand inputs with a seed that stays.</summary>
internal sealed class When_inputs_are_spoilt
{
    private const ulong Seed = 2026;

    /// <summary>On a machine that does much else, fewer inputs have to do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    [Test]
    public async Task Should_be_told_by_every_reader_what_is_wrong_with_them()
    {
        var run = new FuzzRun(Seed, FuzzTargets.Readers, log: null);

        await run.RunAsync(2_000, Longest);

        Shown(run).ShouldBeEmpty();
        run.Counts.Count.ShouldBe(FuzzTargets.Readers.Count);
    }

    [Test]
    public async Task Should_be_refused_by_every_endpoint_and_leave_nothing_stuck()
    {
        var host = await SharedHost.GetAsync();
        var targets = FuzzTargets.Endpoints(host);
        var run = new FuzzRun(Seed, targets, host.Log);

        await run.RunAsync(2_500, Longest);

        Shown(run).ShouldBeEmpty();
        run.Counts.Count.ShouldBe(targets.Count);
        (await AfterFuzzing.LookAsync(host)).ShouldBeEmpty("no decision failed");
    }

    private static string Shown(FuzzRun run) =>
        string.Join('\n', run.Failures.Select(failure => $"{failure.Target}: {failure.Rule}: {failure.Save(Path.Combine(TestContext.CurrentContext.WorkDirectory, "fuzz-failures"))}"));
}
