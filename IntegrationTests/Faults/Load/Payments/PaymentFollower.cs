using System.Collections.Concurrent;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>Follows the payments' feed as the portal does: keeps the cursor with the events, and goes on from there after a fault.</summary>
internal sealed class PaymentFollower(PortalClient portal, TimeProvider time)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromMilliseconds(300);
    private readonly ConcurrentQueue<PaymentEvent> _events = new();

    /// <summary>Everything that came, in its order.</summary>
    public IReadOnlyList<PaymentEvent> Events => [.. _events];

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cursor = "";
        try
        {
            while (true)
            {
                var (answer, _) = await portal.GetAsync($"/v1/payment-events?after={cursor}&wait=5s", cancellationToken);
                if (answer is not { Status: 200 })
                {
                    await Task.Delay(AfterFault, time, cancellationToken);
                    continue;
                }

                (var events, cursor) = PaymentEvent.ReadPage(answer.Body, time.GetUtcNow());
                foreach (var one in events) _events.Enqueue(one);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    /// <summary>The whole feed, read once more from its beginning.</summary>
    public static async Task<IReadOnlyList<PaymentEvent>> ReadAllAsync(PortalClient portal, TimeProvider time, CancellationToken cancellationToken)
    {
        var all = new List<PaymentEvent>();
        for (var cursor = ""; ;)
        {
            var (answer, outcome) = await portal.GetAsync($"/v1/payment-events?after={cursor}", cancellationToken);
            if (answer is not { Status: 200 }) throw new InvalidOperationException($"The payments' feed cannot be read after the run: {outcome}");
            var (events, next) = PaymentEvent.ReadPage(answer.Body, time.GetUtcNow());
            if (events.Count == 0) return all;
            all.AddRange(events);
            cursor = next;
        }
    }
}
