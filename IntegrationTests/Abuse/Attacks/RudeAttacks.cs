using System.Text;
using DichVuCong.Abuse.Tests.Endpoints;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>Those that do not keep to the protocol.</summary>
internal static class RudeAttacks
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IEnumerable<Attack> All =>
    [
        new("pipelined without reading", (target, token) => PourAsync(
            target, 100, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("GET /v1/destinations?procedure=1.000656&place=79/26740 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer dev-portal\r\n\r\n", 2_000))), token)),
        new("pipelined garbage", (target, token) => PourAsync(target, 500, [.. "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n"u8, .. new byte[5_000], .. "\r\n\r\n"u8], token)),
        new("HTTP/2 without asking", (target, token) => PourAsync(
            target, 500, [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Enumerable.Repeat<byte[]>([0, 0, 0, 4, 0, 0, 0, 0, 0], 2_000).SelectMany(frame => frame)], token)),
        new("TLS without asking", (target, token) => PourAsync(target, 500, [0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3, .. new byte[500]], token)),
        new("hang-ups before the answer", HangUpAsync),
    ];

    /// <summary>Sends and never reads, for ten seconds.</summary>
    private static async Task<string?> PourAsync(AttackField target, int count, byte[] bytes, CancellationToken cancellationToken)
    {
        using var crowd = await target.GatherAsync(count, cancellationToken);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            await crowd.SendAsync(bytes, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The gateway takes no more from who does not read: that is right.
            return null;
        }

        return null;
    }

    /// <summary>A good filing, and gone before the answer: what was sent may be taken, and nothing of the caller stays behind.</summary>
    private static async Task<string?> HangUpAsync(AttackField target, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Second);
        for (var round = 0; round < 5; round++)
        {
            using var crowd = await target.GatherAsync(300, cancellationToken);
            foreach (var socket in crowd.Sockets)
            {
                socket.LingerState = new System.Net.Sockets.LingerOption(enable: true, seconds: 0);
                var body = Encoding.UTF8.GetBytes(PortalSamples.Filing($"gone-{Guid.NewGuid():N}"));
                await Crowd.TrySendAsync(
                    socket,
                    (byte[])[.. Encoding.ASCII.GetBytes($"POST /v1/dossiers HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer dev-portal\r\nContent-Length: {body.Length}\r\n\r\n"), .. body],
                    cancellationToken);
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return null;
    }
}
