using System.Collections.Concurrent;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>
/// States obligations for dossiers that were accepted, at a steady rate, and lets citizens pay them, whatever happens to the system.
/// </summary>
internal sealed class ObligationCaller(ObligationTable table, PortalClient portal, Payers payers, PaymentBook book, int seed, TimeProvider time)
{
    private const int MostAtOnce = 100;
    private const double PerSecond = 1.2;
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PeopleGoOnFor = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongTime = TimeSpan.FromHours(3);
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(15);

    private readonly ConcurrentQueue<CallRecord> _filings = new();
    private readonly List<Task> _running = [];
    private int _number;

    /// <summary>Obligations that were left out because too many were under way.</summary>
    public int LeftOut { get; private set; }

    /// <summary>A dossier was accepted: something may be to pay for it.</summary>
    public void Filed(CallRecord filing) => _filings.Enqueue(filing);

    /// <summary>States and pays until <paramref name="filing"/> ends, then waits for every answer, until <paramref name="waiting"/> ends.</summary>
    public async Task RunAsync(CancellationToken filing, CancellationToken waiting)
    {
        using var acting = CancellationTokenSource.CreateLinkedTokenSource(waiting);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / PerSecond), time);
        var calls = new PaymentCalls(portal, book, time, waiting);
        try
        {
            await Task.Delay(Lead, time, filing);
            while (await timer.WaitForNextTickAsync(filing))
            {
                _running.RemoveAll(task => task.IsCompletedSuccessfully);
                if (_running.Count >= MostAtOnce) LeftOut++;
                else if (_filings.TryDequeue(out var dossier)) _running.Add(FollowAsync(_number++, dossier, calls, acting.Token));
            }
        }
        catch (OperationCanceledException) when (filing.IsCancellationRequested)
        {
            // No new ones; what was begun is finished.
        }

        acting.CancelAfter(PeopleGoOnFor);
        await Task.WhenAll(_running);
    }

    private async Task FollowAsync(int number, CallRecord dossier, PaymentCalls calls, CancellationToken acting)
    {
        try
        {
            var random = new Random(unchecked((seed * 104_729) + number));
            var story = PayerStories.Draw(random);
            var expiresAt = time.GetUtcNow() + (story == PayerStory.Late ? ShortTime : LongTime);
            if (table.Of(number, dossier, expiresAt, random) is not { } made) return;
            await new ObligationStory(number, made, story, calls, payers, random, time).TellAsync(acting);
        }
        catch (OperationCanceledException)
        {
            // People have stopped, or the run is over. What has no answer stands in the book without one.
        }
    }
}
