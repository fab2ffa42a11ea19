using System.Diagnostics;

namespace DichVuCong.Bench.Limit;

/// <summary>Sends recorded requests again, over as many connections, as fast as the server takes them: nobody decides anything in between.</summary>
internal static class WireReplay
{
    /// <summary>Replays on another copy of the database.</summary>
    public static async Task<ReplayResult> RunAsync(
        IReadOnlyList<RecordedSession> sessions, string host, int port, string database, string password, CancellationToken cancellationToken)
    {
        var order = new ReplayOrder(sessions);
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(sessions.Select(async session =>
        {
            using var server = new ServerSession();
            await server.ConnectAsync(host, port, database, session.User, password, cancellationToken);
            var (rows, errors) = (0L, 0L);
            foreach (var request in session.Requests)
            {
                await order.TurnOf(request);
                var (touched, failed) = await server.SendAsync(request.Bytes, cancellationToken);
                order.Ended(request);
                rows += touched;
                errors += failed;
            }

            return (Rows: rows, Errors: errors);
        }));
        return new ReplayResult(watch.Elapsed, results.Sum(result => result.Rows), results.Sum(result => result.Errors));
    }
}

/// <summary>What a replay came to.</summary>
/// <param name="Elapsed">How long the server took.</param>
/// <param name="Rows">Rows touched.</param>
/// <param name="Errors">Statements that failed.</param>
internal sealed record ReplayResult(TimeSpan Elapsed, long Rows, long Errors);
