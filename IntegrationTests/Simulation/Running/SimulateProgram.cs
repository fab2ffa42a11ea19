using System.Diagnostics;
using System.Globalization;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Invariants;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Running;

/// <summary>The command <c>build/simulate</c>.</summary>
internal static class SimulateProgram
{
    private const int WrongUsage = 64;

    /// <summary>Runs histories; 0 when everything held, 1 when something did not, 64 when the arguments make no sense.</summary>
    public static int Run(string[] words)
    {
        if (Arguments.Read(words) is not { } arguments)
        {
            Console.Error.WriteLine(Arguments.Usage);
            return WrongUsage;
        }

        if (arguments.Lists) return List();
        // A fresh seed is the one thing here that is not determined; it is printed, and everything follows from it.
        var seed = arguments.Seed ?? (ulong)Stopwatch.GetTimestamp() % 1_000_000_000;
        return arguments.IsTraced ? Trace(seed, arguments) : Many(seed, arguments);
    }

    private static int Many(ulong seed, Arguments arguments)
    {
        Print($"seed={seed}");
        var began = Stopwatch.GetTimestamp();
        var (figures, done, failure) = HistoryBatch.Run(seed, arguments.Histories, arguments.Threads, arguments.Mutation, arguments.HasOfficers);
        var minutes = Stopwatch.GetElapsedTime(began).TotalMinutes;
        Print($"histories={done}");
        Print($"histories_per_minute={done / minutes:F0}");
        Print($"dossiers={figures.Dossiers} decisions={figures.Decisions} calls={figures.Calls} parked={figures.Parked} steps={figures.Steps}");
        Print($"payments={figures.Payments} refunds={figures.Refunds} differences={figures.Differences}");
        if (failure is null) return 0;
        FailureReport.Print(Console.Out, failure, arguments.Mutation);
        return 1;
    }

    private static int Trace(ulong seed, Arguments arguments)
    {
        var result = HistoryRun.Run(seed, mutation: arguments.Mutation, isTraced: true, hasOfficers: arguments.HasOfficers);
        foreach (var item in result.Plan) Print($"plan {FailureReport.Show(item)}");
        foreach (var line in result.Trace) Console.WriteLine(line);
        Print($"seed={seed} trace_hash={result.TraceHash:x16}");
        Print($"{(result.IsGood ? "everything held" : $"violated={result.Detail}")}");
        return result.IsGood ? 0 : 1;
    }

    private static int List()
    {
        var world = new World(1, PlanMaker.Start, Mutation.None, isTraced: false);
        foreach (var invariant in InvariantList.Of(world)) Print($"{invariant.Name}: {invariant.Words}");
        foreach (var mutation in Enum.GetNames<Mutation>()) Print($"mutation {mutation}");
        return 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
