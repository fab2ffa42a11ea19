using System.Diagnostics;
using System.Globalization;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests;

/// <summary>The long form: many inputs, figures for each target, and failing inputs as files.</summary>
internal static class FuzzProgram
{
    /// <summary>The managed memory in which any number of inputs has to do.</summary>
    private const long MostBytes = 1_500_000_000;

    public static async Task<int> RunAsync(Options options)
    {
        await using var host = await FuzzHost.StartAsync();
        if (options.Text("--replay") is { } file) return await ReplayAsync(host, file);

        var inputs = options.Number("--inputs", 100_000);
        var seed = (ulong)options.Number("--seed", Random.Shared.Next());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fuzz: {inputs} inputs, seed {seed}"));
        var began = Stopwatch.GetTimestamp();
        var readers = new FuzzRun(seed, FuzzTargets.Readers, log: null);
        await readers.RunAsync(inputs / 2);
        var endpoints = new FuzzRun(seed, FuzzTargets.Endpoints(host), host.Log);
        await endpoints.RunAsync(inputs - (inputs / 2));
        var failures = readers.Failures.Concat(endpoints.Failures).ToList();
        var stuck = "";
        IReadOnlyList<string> parked = [];
        try
        {
            parked = await AfterFuzzing.LookAsync(host);
        }
        catch (TimeoutException late)
        {
            stuck = late.Message;
        }

        foreach (var (name, count) in readers.Counts.Concat(endpoints.Counts)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-30} {count,8}"));
        foreach (var failure in failures) Console.WriteLine($"FAILED {failure.Target}: {failure.Rule}\n       build/fuzz --replay {failure.Save(options.Text("--out") ?? "fuzz-failures")}");
        foreach (var reason in parked.GroupBy(reason => reason)) Console.WriteLine($"parked {reason.Count()}: {reason.Key}");
        if (stuck.Length > 0) Console.WriteLine($"STUCK {stuck}");
        var peak = Math.Max(readers.PeakBytes, endpoints.PeakBytes);
        var unexplained = parked.Count(reason => reason == "WITHOUT A REASON");
        Print(
            ("seed", seed), ("inputs", readers.Counts.Values.Sum() + endpoints.Counts.Values.Sum()), ("targets", readers.Counts.Count + endpoints.Counts.Count), ("parked", parked.Count),
            ("parked_without_reason", unexplained), ("stuck", stuck.Length > 0 ? 1 : 0), ("peak_managed_mb", peak / 1_000_000),
            ("peak_process_mb", Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000), ("seconds", (int)Stopwatch.GetElapsedTime(began).TotalSeconds), ("failures", failures.Count));
        return failures.Count == 0 && stuck.Length == 0 && unexplained == 0 && peak < MostBytes ? 0 : 1;
    }

    private static async Task<int> ReplayAsync(FuzzHost host, string file)
    {
        var failure = FuzzFailure.Load(file);
        var target = FuzzTargets.Readers.Concat(FuzzTargets.Endpoints(host)).First(one => one.Name == failure.Target);
        var rule = await target.TryAsync(failure.Input, CancellationToken.None) ?? (host.Log.Take() is [var first, ..] ? first : null);
        Console.WriteLine(rule is null ? $"{failure.Target}: the input breaks no rule any more (it was: {failure.Rule})" : $"{failure.Target}: {rule}");
        return rule is null ? 0 : 1;
    }

    private static void Print(params (string Name, object Value)[] figures)
    {
        foreach (var (name, value) in figures) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
    }
}
