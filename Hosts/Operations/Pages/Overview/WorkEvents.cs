using System.Text;
using DichVuCong.Operations.Access;
using DichVuCong.Registries.Operations.Work;
using Npgsql;

namespace DichVuCong.Operations.Pages.Overview;

/// <summary>Tells an open first page, by server-sent events, that something in it has changed.</summary>
internal static class WorkEvents
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A stream ends after this time and the browser opens it again: a session that ended meanwhile is seen then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task SendAsync(HttpContext context, Visit visit, WorkDesk desk, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        context.Response.ContentType = "text/event-stream";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var began = time.GetTimestamp();
        string? before = null;
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                var now = await FingerprintAsync(visit, desk, ending.Token);
                // A line that says nothing finds out whether the browser is still there.
                await WriteAsync(context, before is not null && now is not null && now != before ? "event: changed\ndata: 1\n\n" : ": \n\n", ending.Token);
                before = now ?? before;
            }
            while (time.GetElapsedTime(began) < Longest && await timer.WaitForNextTickAsync(ending.Token));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The browser went away, or the host ends.
        }
    }

    /// <summary>What the page shows, in short; null while the database does not answer.</summary>
    private static async Task<string?> FingerprintAsync(Visit visit, WorkDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            var counts = await desk.CountAsync(visit.Who, cancellationToken);
            return string.Join('|', counts.Select(count => $"{count.Count} {count.Oldest:O}"));
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
