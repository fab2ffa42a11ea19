using System.Collections.Concurrent;
using System.Diagnostics;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Puts inputs into targets, a few at a time, large ones alone, and keeps account.</summary>
internal sealed class FuzzRun(ulong seed, IReadOnlyList<IFuzzTarget> targets, CapturedLog? log)
{
    private const int Together = 4;
    private const int Batch = 96;

    /// <summary>Failures after which it is no use to go on.</summary>
    private const int MostFailures = 40;

    /// <summary>From this size inputs go alone, and what they cost is measured.</summary>
    private const long Large = 200_000;

    /// <summary>What the hosts of a call may allocate beside what its size explains: everything else that goes on in the process meanwhile.</summary>
    private const long FewBytes = 200_000_000;

    private const long BytesForEach = 300;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Inputs by target.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>What failed, made small.</summary>
    public List<FuzzFailure> Failures { get; } = [];

    /// <summary>The most memory that was in use after a batch.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Puts in so many inputs, shared out evenly.</summary>
    public async Task RunAsync(long inputs, TimeSpan? longest = null)
    {
        var began = Stopwatch.GetTimestamp();
        for (long done = 0; done < inputs && Failures.Count < MostFailures; done += Batch)
        {
            if (longest is { } end && Stopwatch.GetElapsedTime(began) > end) break;
            var batch = Enumerable.Range(0, (int)Math.Min(Batch, inputs - done)).Select(index => Input(done + index)).ToList();
            await TryBatchAsync(batch);
            PeakBytes = Math.Max(PeakBytes, GC.GetTotalMemory(forceFullCollection: false));
        }
    }

    private (IFuzzTarget Target, long Number, FuzzInput Input) Input(long number)
    {
        var target = targets[(int)(number % targets.Count)];
        _counts.AddOrUpdate(target.Name, 1, (_, count) => count + 1);
        return (target, number, target.Make(Dice.Of(seed, target.Name, number)));
    }

    private async Task TryBatchAsync(List<(IFuzzTarget Target, long Number, FuzzInput Input)> batch)
    {
        var broken = new ConcurrentBag<(IFuzzTarget Target, long Number, FuzzInput Input, string Rule)>();
        var small = batch.Where(one => one.Input.Size < Large);
        await Parallel.ForEachAsync(small, new ParallelOptions { MaxDegreeOfParallelism = Together }, async (one, token) =>
        {
            if (await one.Target.TryAsync(one.Input, token) is { } rule) broken.Add((one.Target, one.Number, one.Input, rule));
        });
        foreach (var one in batch.Where(one => one.Input.Size >= Large))
        {
            if (await TryAloneAsync(one.Target, one.Input) is { } rule) broken.Add((one.Target, one.Number, one.Input, rule));
        }

        if (log?.Take() is { Count: > 0 } faults) await FindCulpritAsync(batch, faults[0]);
        foreach (var (target, number, input, rule) in broken) await KeepAsync(target, number, input, rule, one => target.TryAsync(one, CancellationToken.None));
    }

    private static async Task<string?> TryAloneAsync(IFuzzTarget target, FuzzInput input)
    {
        var before = GC.GetTotalAllocatedBytes();
        var rule = await target.TryAsync(input, CancellationToken.None);
        var allocated = GC.GetTotalAllocatedBytes() - before;
        return rule ?? (allocated > FewBytes + (BytesForEach * input.Size) ? $"{allocated} bytes allocated for an input of {input.Size}" : null);
    }

    /// <summary>Several went at once: one after the other they tell whose line it was.</summary>
    private async Task FindCulpritAsync(List<(IFuzzTarget Target, long Number, FuzzInput Input)> batch, string fault)
    {
        foreach (var (target, number, input) in batch)
        {
            if (await LogOfAsync(target, input) is not { } again) continue;
            await KeepAsync(target, number, input, again, one => LogOfAsync(target, one));
            return;
        }

        Failures.Add(new FuzzFailure("log", seed, batch[0].Number, fault, new FuzzInput([])));
    }

    private async Task<string?> LogOfAsync(IFuzzTarget target, FuzzInput input)
    {
        await target.TryAsync(input, CancellationToken.None);
        return log!.Take() is [var first, ..] ? first : null;
    }

    private async Task KeepAsync(IFuzzTarget target, long number, FuzzInput input, string rule, Func<FuzzInput, Task<string?>> tryAgain)
    {
        // Of one fault a few inputs tell enough.
        if (Failures.Count(failure => failure.Target == target.Name && failure.Rule == rule) >= 3) return;
        Failures.Add(new FuzzFailure(target.Name, seed, number, rule, await Minimiser.ShrinkAsync(input, rule, tryAgain)));
    }
}
