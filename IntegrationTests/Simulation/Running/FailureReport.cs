using System.Globalization;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Running;

/// <summary>What is printed of a seed that fails: the invariant, how to replay it, and a short history that still fails.</summary>
internal static class FailureReport
{
    private const int LastSteps = 40;

    public static void Print(TextWriter output, HistoryResult failure, Mutation mutation)
    {
        var replay = mutation == Mutation.None ? "" : $" --mutation {mutation}";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"failed_seed={failure.Seed}"));
        output.WriteLine($"violated={failure.Invariant}");
        output.WriteLine($"detail: {failure.Detail}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"replay: build/simulate --seed {failure.Seed} --histories 1 --trace{replay}"));
        output.WriteLine("Shrinking ...");
        var shrunk = Shrinker.Shrink(failure, mutation);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shrunk from {failure.Plan.Count} to {shrunk.Plan.Count} inputs and faults: {shrunk.Detail}"));
        foreach (var item in shrunk.Plan) output.WriteLine($"  {Show(item)}");
        var traced = HistoryRun.Run(shrunk.Seed, shrunk.Plan, mutation, isTraced: true);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the last of its {traced.Trace.Count} steps:"));
        foreach (var line in traced.Trace.TakeLast(LastSteps)) output.WriteLine($"  {line}");
    }

    /// <summary>An input or a fault as text.</summary>
    public static string Show(PlanItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.At:MM-dd HH:mm:ss} {item}");
}
