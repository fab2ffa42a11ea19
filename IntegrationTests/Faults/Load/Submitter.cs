using System.Text.Json.Nodes;

namespace DichVuCong.Faults.Load;

/// <summary>
/// Files dossiers at a steady rate, whatever happens to the system, and repeats every call until it has an answer, as the Gateway's page tells
/// callers to. Some calls are made again, some with other content, some dossiers are completed.
/// </summary>
internal sealed class Submitter(FilingTable table, PortalClient portal, CallBook book, FeedFollower feed, int seed, TimeProvider time)
{
    private const int MostAtOnce = 300;
    private const double RepeatShare = 0.15;
    private const double ChangeShare = 0.08;
    private const double SupplementShare = 0.10;
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan SupplementPatience = TimeSpan.FromSeconds(60);

    private readonly List<Task> _running = [];
    private int _number;

    /// <summary>Filings that were left out because too many waited for an answer.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Files until <paramref name="filing"/> ends, then waits for every answer, until <paramref name="waiting"/> ends.</summary>
    public async Task RunAsync(double perSecond, CancellationToken filing, CancellationToken waiting)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond), time);
        try
        {
            while (await timer.WaitForNextTickAsync(filing))
            {
                _running.RemoveAll(task => task.IsCompletedSuccessfully);
                if (_running.Count < MostAtOnce) _running.Add(FollowAsync(_number++, filing, waiting));
                else LeftOut++;
            }
        }
        catch (OperationCanceledException) when (filing.IsCancellationRequested)
        {
            // No new ones; what was begun is finished.
        }

        await Task.WhenAll(_running);
    }

    /// <summary>One dossier: filed, and perhaps repeated, contradicted, completed.</summary>
    private async Task FollowAsync(int number, CancellationToken filing, CancellationToken waiting)
    {
        try
        {
            var random = new Random(unchecked((seed * 7919) + number));
            var made = table.Of(number);
            var body = made.Body.ToJsonString();
            var first = book.Open(number, CallPurpose.File, table.SubmissionOf(number), made.Channels);
            await CallAsync(first, "/v1/dossiers", body, waiting);
            if (!first.IsAccepted) return;
            if (random.NextDouble() < RepeatShare)
            {
                await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 4), time, waiting);
                await CallAsync(book.Open(number, CallPurpose.Repeat, first.SubmissionId, made.Channels), "/v1/dossiers", body, waiting);
            }

            if (random.NextDouble() < ChangeShare)
            {
                made.Body["form"] = new JsonObject { ["noiDung"] = "Nội dung khác" };
                await CallAsync(book.Open(number, CallPurpose.Change, first.SubmissionId, made.Channels), "/v1/dossiers", made.Body.ToJsonString(), waiting);
            }

            if (random.NextDouble() < SupplementShare && await feed.IsDeliveredAsync(first.Code!, SupplementPatience, filing))
            {
                var supplement = table.SupplementTo(number);
                var call = book.Open(number, CallPurpose.Supplement, supplement["submissionId"]!.GetValue<string>(), made.Channels);
                await CallAsync(call, $"/v1/dossiers/{first.Code}/supplements", supplement.ToJsonString(), waiting);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over. What has no answer stands in the book without one.
        }
    }

    private async Task CallAsync(CallRecord call, string path, string body, CancellationToken waiting)
    {
        while (true)
        {
            var at = time.GetUtcNow();
            var (answer, outcome) = await portal.PostAsync(path, body, waiting);
            if (book.Note(call, at, answer, outcome)) return;
            await Task.Delay(BeforeAgain, time, waiting);
        }
    }
}
