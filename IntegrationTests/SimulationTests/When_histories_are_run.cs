using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Invariants;
using DichVuCong.Simulation.Plans;
using DichVuCong.Simulation.Running;

namespace DichVuCong.Simulation.Tests;

internal sealed class When_histories_are_run
{
    [Test]
    public void Should_hold_every_invariant()
    {
        var (figures, _, failure) = HistoryBatch.Run(seed: 20_260_302, histories: 300, Environment.ProcessorCount, Mutation.None);

        if (failure is not null)
        {
            using var report = new StringWriter();
            FailureReport.Print(report, failure, Mutation.None);
            Assert.Fail(report.ToString());
        }

        // A proof over nothing would hold as well.
        figures.Dossiers.ShouldBeGreaterThan(1000);
        figures.Decisions.ShouldBeGreaterThan(15_000);
        figures.Calls.ShouldBeGreaterThan(4000);
        figures.Parked.ShouldBeGreaterThan(100);
        figures.Payments.ShouldBeGreaterThan(100);
        figures.Refunds.ShouldBeGreaterThan(20);
        figures.Differences.ShouldBeGreaterThan(20);
    }

    [TestCase(1u)]
    [TestCase(77u)]
    [TestCase(4242u)]
    public void Should_run_a_seed_the_same_way_every_time(uint seed)
    {
        var first = HistoryRun.Run(seed, isTraced: true);

        var again = Task.Run(() => HistoryRun.Run(seed, isTraced: true)).GetAwaiter().GetResult();

        again.TraceHash.ShouldBe(first.TraceHash);
        again.Trace.ShouldBe(first.Trace);
        HistoryRun.Run(seed + 1).TraceHash.ShouldNotBe(first.TraceHash);
    }

    [Test]
    public void Should_meet_everything_that_a_plan_can_hold()
    {
        var kinds = Enumerable.Range(0, 300).SelectMany(seed => PlanMaker.Make((ulong)seed, hasOfficers: true)).Select(item => item.GetType()).ToHashSet();

        var all = typeof(PlanItem).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanItem)) && !type.IsAbstract);
        kinds.ShouldBe(all, ignoreOrder: true);
    }

    [Test]
    public void Should_publish_every_invariant_in_words()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Simulation.md"));
        var world = new World(1, PlanMaker.Start, Mutation.None, isTraced: false);

        var missing = InvariantList.Of(world).Select(invariant => invariant.Name.Split(' ')[0]).Distinct().Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal));

        missing.ShouldBeEmpty();
        Enum.GetNames<Mutation>().Where(name => name != nameof(Mutation.None) && !page.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
