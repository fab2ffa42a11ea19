using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Running;

/// <summary>
/// Makes a failing history short: leaves out inputs and faults, in ever smaller pieces, as long as the same invariant fails (Zeller's delta
/// debugging). Chance goes by what things are, not by when they come in a stream, so the rest of the history stays as it was.
/// </summary>
internal static class Shrinker
{
    /// <summary>The shortest failing history that was found within so many runs.</summary>
    public static HistoryResult Shrink(HistoryResult failure, Mutation mutation, int runs = 600)
    {
        var best = failure;
        var pieces = 2;
        while (best.Plan.Count > 1 && runs > 0)
        {
            var size = Math.Max(1, (best.Plan.Count + pieces - 1) / pieces);
            var shorter = Without(best, size, mutation, ref runs);
            if (shorter is not null)
            {
                best = shorter;
                pieces = Math.Max(2, pieces - 1);
            }
            else if (size == 1)
            {
                break;
            }
            else
            {
                pieces = Math.Min(best.Plan.Count, pieces * 2);
            }
        }

        return best;
    }

    private static HistoryResult? Without(HistoryResult failure, int size, Mutation mutation, ref int runs)
    {
        for (var start = 0; start < failure.Plan.Count && runs > 0; start += size)
        {
            PlanItem[] plan = [.. failure.Plan.Take(start), .. failure.Plan.Skip(start + size)];
            runs--;
            var result = HistoryRun.Run(failure.Seed, plan, mutation);
            if (result.Invariant == failure.Invariant) return result;
        }

        return null;
    }
}
