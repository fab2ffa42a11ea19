using System.Diagnostics;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Readers;

/// <summary>A reader of the product, called in this process: it must not throw, not take long, and not take more memory than its input explains.</summary>
internal sealed class ReaderTarget(string name, Func<Dice, byte[]> make, Func<byte[], string?> read, params IReadOnlyList<string> covers) : IFuzzTarget
{
    /// <summary>What reading may allocate at least: tables, buffers, the first use of everything.</summary>
    private const long FewBytes = 8_000_000;

    /// <summary>What reading may allocate for each byte of the input: a node of JSON for every two bytes, and texts of two bytes a letter, copied a few times.</summary>
    private const long BytesForEach = 200;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Covers => covers;

    /// <inheritdoc/>
    public FuzzInput Make(Dice dice) => new(make(dice));

    /// <inheritdoc/>
    public Task<string?> TryAsync(FuzzInput input, CancellationToken cancellationToken) => Task.FromResult(Try(input.Body));

    private string? Try(byte[] input)
    {
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            if (read(input) is { } broken) return broken;
        }
        catch (Exception failure)
        {
            return $"{failure.GetType().Name} at {failure.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}";
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > FewBytes + (input.Length * BytesForEach)) return $"{allocated} bytes allocated for an input of {input.Length}";
        return Stopwatch.GetElapsedTime(began) > Bound ? $"it took {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s" : null;
    }
}
