using System.Collections.Concurrent;
using System.Diagnostics;

namespace DichVuCong.Abuse.Tests.Flood;

/// <summary>Calls at a rate that does not wait for answers, from many systems in turn.</summary>
internal sealed class Phase(IReadOnlyList<PushClient> systems, double rate)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);

    private readonly ConcurrentBag<(string Code, double DoorMilliseconds, long AnsweredAt)> _taken = [];
    private int _again;
    private int _odd;

    /// <summary>Calls that were taken: code, ms from the moment they were due to the answer, and when that came.</summary>
    public IReadOnlyCollection<(string Code, double DoorMilliseconds, long AnsweredAt)> Taken => _taken;

    /// <summary>Calls that were told to come again.</summary>
    public int Again => _again;

    /// <summary>Calls that were not made since too many were open.</summary>
    public int Skipped { get; private set; }

    /// <summary>Calls that were answered otherwise.</summary>
    public int Odd => _odd;

    /// <summary>Calls for a time; a call that is due while the caller has too many open is left out.</summary>
    public async Task RunAsync(TimeSpan duration, int mostOpen, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Step);
        var open = new ConcurrentDictionary<int, Task>();
        var number = 0;
        while (Stopwatch.GetElapsedTime(began) < duration && !cancellationToken.IsCancellationRequested)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * rate); number < due; number++)
            {
                if (open.Count >= mostOpen)
                {
                    Skipped++;
                    continue;
                }

                var (key, at) = (number, began + (long)(number / rate * Stopwatch.Frequency));
                open[key] = CallAsync(systems[number % systems.Count], at).ContinueWith(_ => open.TryRemove(key, out var _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        await Task.WhenAll(open.Values);
    }

    private async Task CallAsync(PushClient system, long due)
    {
        try
        {
            var (answer, code) = await system.PushAsync();
            var now = Stopwatch.GetTimestamp();
            if (answer == PushAnswer.Taken) _taken.Add((code, Stopwatch.GetElapsedTime(due, now).TotalMilliseconds, now));
            else if (answer == PushAnswer.TryAgain) Interlocked.Increment(ref _again);
            else Interlocked.Increment(ref _odd);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Interlocked.Increment(ref _odd);
        }
    }
}
