using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Running;

/// <summary>Many histories, one seed after the other, each on a thread of its own: nothing is shared between them.</summary>
internal static class HistoryBatch
{
    /// <summary>Runs until all are done, or one fails; of several that fail at once the lowest seed counts.</summary>
    public static (HistoryFigures Figures, int Done, HistoryResult? Failure) Run(ulong seed, int histories, int threads, Mutation mutation, bool hasOfficers = false)
    {
        var guard = new Lock();
        HistoryFigures figures = default;
        HistoryResult? failure = null;
        var done = 0;
        Parallel.For(0, histories, new ParallelOptions { MaxDegreeOfParallelism = threads }, (index, state) =>
        {
            if (state.ShouldExitCurrentIteration) return;
            var result = HistoryRun.Run(seed + (ulong)index, mutation: mutation, hasOfficers: hasOfficers);
            lock (guard)
            {
                figures += result.Figures;
                done++;
                if (result.IsGood) return;
                if (failure is null || result.Seed < failure.Seed) failure = result;
                state.Break();
            }
        });
        return (figures, done, failure);
    }
}
