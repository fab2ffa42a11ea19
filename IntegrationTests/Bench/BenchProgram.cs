using DichVuCong.Bench.Accounts;
using DichVuCong.Bench.Callbacks;
using DichVuCong.Bench.Notifying;
using DichVuCong.Bench.Reconciling;

namespace DichVuCong.Bench;

/// <summary>
/// Measures one thing for at least 20 seconds after a warm-up and prints a table, then <c>name=value</c> lines. The runtime's commits are
/// durable: the server's settings are printed with the figures.
/// </summary>
internal static class BenchProgram
{
    private static readonly Dictionary<string, Func<BenchOptions, Task<BenchResult>>> Benches = new(StringComparer.Ordinal)
    {
        ["runtime"] = RuntimeBench.RunAsync,
        ["saga"] = SagaBench.RunAsync,
        ["lookup"] = LookupBench.RunAsync,
        ["growth"] = GrowthBench.RunAsync,
        ["limit"] = LimitBench.RunAsync,
        ["reconcile"] = ReconcileBench.RunAsync,
        ["callbacks"] = CallbackBench.RunAsync,
        ["notify"] = NotifyBench.RunAsync,
        ["accounts"] = CitizenBench.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !Benches.TryGetValue(args[0], out var bench))
        {
            await Console.Error.WriteLineAsync($"usage: build/bench {string.Join('|', Benches.Keys)} [--seconds N] [--warmup N] [--rounds N] [--rows N] [--pages 0|1] [--levels N,N,...] [--sql-rows N] [--memory-mb N] [--seed N]");
            return 64;
        }

        try
        {
            var result = await bench(BenchOptions.Read(args));
            result.Print();
            return result.HasFailed ? 1 : 0;
        }
        catch (BenchOptionException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 64;
        }
    }
}
