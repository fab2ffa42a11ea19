using System.Collections.Concurrent;

namespace DichVuCong.Faults.Load;

/// <summary>Follows the feed as the portal does: keeps the cursor with the events, and goes on from there after a fault.</summary>
internal sealed class FeedFollower(PortalClient portal, TimeProvider time)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentQueue<FeedEvent> _events = new();
    private readonly ConcurrentDictionary<string, (int State, bool IsFinal)> _states = new(StringComparer.Ordinal);

    /// <summary>Everything that came, in its order.</summary>
    public IReadOnlyList<FeedEvent> Events => [.. _events];

    /// <summary>Told of every change of state.</summary>
    public Action<DateTimeOffset>? OnChange { get; set; }

    /// <summary>Told of every dossier that became final.</summary>
    public Action<DateTimeOffset>? OnFinal { get; set; }

    /// <summary>Dossiers that are final, as far as the feed told.</summary>
    public bool IsFinal(string code) => _states.TryGetValue(code, out var known) && known.IsFinal;

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cursor = "";
        try
        {
            while (true)
            {
                var (answer, _) = await portal.GetAsync($"/v1/events?after={cursor}&wait=5s", cancellationToken);
                if (answer is { Status: 200 }) cursor = Take(answer.Body);
                else await Task.Delay(AfterFault, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <summary>Waits until an agency has a dossier and it is not final yet.</summary>
    /// <returns>False when it did not come to that.</returns>
    public async Task<bool> IsDeliveredAsync(string code, TimeSpan patience, CancellationToken cancellationToken)
    {
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < patience;)
        {
            if (_states.TryGetValue(code, out var known) && known.State >= 1) return !known.IsFinal;
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }

        return false;
    }

    /// <summary>The whole feed, read once more from its beginning.</summary>
    public static async Task<IReadOnlyList<FeedEvent>> ReadAllAsync(PortalClient portal, TimeProvider time, CancellationToken cancellationToken)
    {
        var all = new List<FeedEvent>();
        for (var cursor = ""; ;)
        {
            var (answer, outcome) = await portal.GetAsync($"/v1/events?after={cursor}", cancellationToken);
            if (answer is not { Status: 200 }) throw new InvalidOperationException($"The feed cannot be read after the run: {outcome}");
            var (events, next) = FeedEvent.ReadPage(answer.Body, time.GetUtcNow());
            if (events.Count == 0) return all;
            all.AddRange(events);
            cursor = next;
        }
    }

    private string Take(string body)
    {
        var now = time.GetUtcNow();
        var (events, next) = FeedEvent.ReadPage(body, now);
        foreach (var one in events)
        {
            _events.Enqueue(one);
            if (!one.IsStateChange) continue;
            _states[one.Dossier] = (one.State, one.IsFinal);
            OnChange?.Invoke(now);
            if (one.IsFinal) OnFinal?.Invoke(now);
        }

        return next;
    }
}
