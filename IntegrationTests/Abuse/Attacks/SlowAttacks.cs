using System.Text;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>Those that take their time: bytes one a second, or none at all.</summary>
internal static class SlowAttacks
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IEnumerable<Attack> All =>
    [
        new("slow headers", (target, token) => DripAsync(target, "POST /mapi/login HTTP/1.1\r\nHost: a\r\nX-Slow: ", token)),
        new("slow bodies", (target, token) => DripAsync(target, "POST /mapi/integration HTTP/1.1\r\nHost: a\r\nContent-Length: 250000\r\n\r\n{", token)),
        new("slow bodies in chunks", (target, token) => DripAsync(target, "POST /v1/dossiers HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer dev-portal\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n{", token)),
        new("open connections", HoldAsync),
    ];

    /// <summary>A byte a second on a fifth of the connections: the gateway has to close every one.</summary>
    private static async Task<string?> DripAsync(AttackField target, string beginning, CancellationToken cancellationToken)
    {
        using var crowd = await target.GatherAsync(target.Connections / 5, cancellationToken);
        await crowd.SendAsync(Encoding.ASCII.GetBytes(beginning), cancellationToken);
        using var timer = new PeriodicTimer(Second);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(Bound);
        try
        {
            for (var closed = 0; closed < crowd.Sockets.Count; closed = crowd.Closed())
            {
                await timer.WaitForNextTickAsync(bound.Token);
                await crowd.SendAsync("1"u8.ToArray(), cancellationToken);
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{crowd.Sockets.Count - crowd.Closed()} of {crowd.Sockets.Count} connections are still open after {Bound.TotalSeconds} s";
        }
    }

    /// <summary>All connections at once, silent; they are taken, and cost little.</summary>
    private static async Task<string?> HoldAsync(AttackField target, CancellationToken cancellationToken)
    {
        using var crowd = await target.GatherAsync(target.Connections, cancellationToken);
        using var timer = new PeriodicTimer(Second);
        for (var seconds = 0; seconds < 15; seconds++) await timer.WaitForNextTickAsync(cancellationToken);
        return crowd.Closed() == 0 ? null : $"{crowd.Closed()} of {crowd.Sockets.Count} silent connections were closed at once";
    }
}
