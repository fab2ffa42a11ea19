using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Running;

namespace DichVuCong.Simulation.Tests;

/// <summary>A simulation that finds nothing proves nothing: each deliberate bug must be found, and within how many histories is bounded.</summary>
internal sealed class When_a_bug_is_put_in
{
    private const ulong Seed = 1;
    private const int Histories = 400;

    private static IEnumerable<Mutation> Bugs => Enum.GetValues<Mutation>().Where(mutation => mutation != Mutation.None);

    [TestCaseSource(nameof(Bugs))]
    public void Should_find_it(object bug)
    {
        var mutation = (Mutation)bug;

        var (_, done, failure) = HistoryBatch.Run(Seed, Histories, Environment.ProcessorCount, mutation);

        failure.ShouldNotBeNull($"{done} histories with {mutation} and nothing was found.");
        HistoryRun.Run(failure.Seed).IsGood.ShouldBeTrue("without the bug the same history holds");
    }

    [Test]
    public void Should_shrink_the_history_to_what_matters()
    {
        var (_, _, failure) = HistoryBatch.Run(Seed, Histories, Environment.ProcessorCount, Mutation.OpenBeforeHeldIsBack);

        var shrunk = Shrinker.Shrink(failure.ShouldNotBeNull(), Mutation.OpenBeforeHeldIsBack);

        shrunk.Invariant.ShouldBe(failure.Invariant);
        shrunk.Plan.Count.ShouldBeLessThan(failure.Plan.Count / 3);
        HistoryRun.Run(shrunk.Seed, shrunk.Plan, Mutation.OpenBeforeHeldIsBack).Detail.ShouldBe(shrunk.Detail);
    }
}
