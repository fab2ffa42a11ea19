using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Tests.Reconciliation.Support;
using static DichVuCong.Registries.Tests.Reconciliation.Support.ReconcilingWorld;

namespace DichVuCong.Registries.Tests.Reconciliation;

/// <summary>A bank sends its day again and again: a line is missing, there, missing once more, and there at last.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_a_difference_comes_back
{
    private ReconcilingWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await ReconcilingWorld.StartAsync();

    [TearDown]
    public async Task EndAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Should_be_opened_again_and_end_with_the_file_that_is_right()
    {
        var (first, second) = (await _world.PaidAsync("FT1", 50_000), await _world.PaidAsync("FT2", 60_000));
        IReadOnlyList<(int Opened, int Resolved, int Carried)> found =
        [
            await TakeAsync(1, Line(first, "FT1", 50_000)),
            await TakeAsync(2, Line(first, "FT1", 50_000), Line(second, "FT2", 60_000)),
            await TakeAsync(3, Line(first, "FT1", 50_000), Line(null, "FT9", 1_000, time: "15:00:00")),
            await TakeAsync(4, Line(second, "FT2", 60_000), Line(first, "FT1", 50_000)),
        ];

        found.ShouldBe([(1, 0, 0), (0, 1, 0), (2, 0, 0), (0, 2, 0)]);
        var opened = (await _world.SentAsync<OpenInquiry>()).Where(inquiry => inquiry.Reference == second).ToList();
        opened.Select(inquiry => inquiry.Kind).ShouldBe([DifferenceKind.MissingAtPartner, DifferenceKind.MissingAtPartner]);
        opened.Select(inquiry => inquiry.Difference).Distinct().Count().ShouldBe(1, "it is the same difference");
    }

    /// <summary>A file and its run; what the run closes is closed in the registry too, as the sagas would have it.</summary>
    private async Task<(int Opened, int Resolved, int Carried)> TakeAsync(int number, params Adapters.Banks.Statements.StatementLine[] lines)
    {
        await _world.TakeAsync(Day, lines, $"MB_20261120_{number}.txt");
        var run = await _world.RunAsync(Day);
        foreach (var closed in await _world.SentAsync<ResolveInquiry>())
        {
            await _world.ExecuteAsync(
                """
                insert into payment.inquiry (difference, day, state, state_since, answers, deadline, claim_until, overdue)
                values ($1, '2026-11-20', 4, now(), 0, now(), now(), false) on conflict do nothing
                """,
                closed.Difference);
        }

        return (run.Opened, run.Resolved, run.Carried);
    }
}
