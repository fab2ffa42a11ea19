using System.Globalization;

namespace DichVuCong.Bench;

/// <summary>What a bench found: a rate with the spread of its rounds, and what else belongs to it.</summary>
internal sealed class BenchResult(string name, string rateName, IReadOnlyList<double> rounds)
{
    private readonly List<(string Name, string Value)> _facts = [];
    private readonly List<string> _failures = [];

    public bool HasFailed => _failures.Count > 0;

    public BenchResult With(string fact, object value)
    {
        _facts.Add((fact, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        return this;
    }

    public BenchResult FailWhen(bool failed, string reason)
    {
        if (failed) _failures.Add(reason);
        return this;
    }

    public void Print()
    {
        var sorted = rounds.Order().ToList();
        var median = sorted[sorted.Count / 2];
        Console.WriteLine($"bench {name}: {rounds.Count} rounds, {Environment.ProcessorCount} cores");
        foreach (var (fact, value) in _facts) Console.WriteLine($"  {fact,-34} {value}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {"rounds",-34} {string.Join(' ', rounds.Select(rate => rate.ToString("F0", CultureInfo.InvariantCulture)))}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rateName}={median:F0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rateName}_min={sorted[0]:F0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rateName}_max={sorted[^1]:F0}"));
        Console.WriteLine($"cores={Environment.ProcessorCount}");
        foreach (var (fact, value) in _facts) Console.WriteLine($"{fact}={value}");
        foreach (var failure in _failures) Console.WriteLine($"FAILED: {failure}");
    }
}
