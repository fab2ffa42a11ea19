using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Abuse.Tests.Http;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>Those that send much: headers, bodies, compressed nothing.</summary>
internal static class HeavyAttacks
{
    private const int Megabyte = 1_000_000;

    public static IEnumerable<Attack> All =>
    [
        new("oversized headers", (target, token) => RefuseAllAsync(
            target, 200, [.. "GET /health/live HTTP/1.1\r\nHost: a\r\nX: "u8, .. Encoding.ASCII.GetBytes(new string('x', Megabyte))], [431, 400, 0], token)),
        new("many headers", (target, token) => RefuseAllAsync(
            target, 200, Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Repeat("A: b\r\n", 20_000)) + "\r\n"), [431, 0], token)),
        new("bodies that promise a terabyte", (target, token) => RefuseAllAsync(
            target, 200, "POST /mapi/integration HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000000\r\n\r\n{"u8.ToArray(), [413], token)),
        new("bodies without end", EndlessAsync),
        new("long bodies at once", LongBodiesAsync),
        new("compressed bombs", BombsAsync),
    ];

    /// <summary>Every one is answered with one of the statuses; 0 stands for a closed connection.</summary>
    private static async Task<string?> RefuseAllAsync(AttackField target, int count, byte[] request, int[] statuses, CancellationToken cancellationToken)
    {
        var exchanges = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => RawConnection.SendAsync(target.Port, request, hangsUp: false, hasBody: true, cancellationToken)));
        return exchanges.FirstOrDefault(exchange => !statuses.Contains(exchange.Answer?.Status ?? 0) || exchange.Trouble.StartsWith("no answer within", StringComparison.Ordinal)) is { } odd && odd != default
            ? $"status {odd.Answer?.Status}, {odd.Trouble}"
            : null;
    }

    /// <summary>Chunks for ever: the gateway has to end it.</summary>
    private static async Task<string?> EndlessAsync(AttackField target, CancellationToken cancellationToken)
    {
        using var crowd = await target.GatherAsync(20, cancellationToken);
        await crowd.SendAsync("POST /mapi/integration HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancellationToken);
        byte[] chunk = [.. "10000\r\n"u8, .. new byte[0x10000], .. "\r\n"u8];
        var sent = await Task.WhenAll(crowd.Sockets.Select(socket => PourAsync(socket, chunk, cancellationToken)));
        return Array.Find(sent, bytes => bytes > 100L * Megabyte) is > 0 and var most ? $"{most} bytes were taken" : null;
    }

    private static async Task<long> PourAsync(Socket socket, byte[] chunk, CancellationToken cancellationToken)
    {
        long sent = 0;
        while (sent < 120L * Megabyte && await Crowd.TrySendAsync(socket, chunk, cancellationToken)) sent += chunk.Length;
        return sent;
    }

    /// <summary>Valid bodies near the limit, many at once: they are taken or told to come again, within the room there is.</summary>
    private static async Task<string?> LongBodiesAsync(AttackField target, CancellationToken cancellationToken)
    {
        var row = """{"MaHoSo":"H29-261118-0000001","NguoiXuLy":"A","ThoiDiemXuLy":"20261122091500","NoiDungXuLy":"B","TrangThai":"2"},""";
        var rows = string.Concat(Enumerable.Repeat(row, 9_900_000 / row.Length)).TrimEnd(',');
        var push = Request("/KetNoiMotCuaQuocGia/DongBoTienTrinh", "dev-H29", $"[{rows}]");
        var filing = Request("/v1/dossiers", "dev-portal", PortalSamples.Filing("x").Replace("\"form\":{", "\"form\":{\"dai\":\"" + new string('x', 9_800_000) + "\",", StringComparison.Ordinal));
        var exchanges = await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            RawConnection.SendAsync(target.Port, number % 2 == 0 ? push : filing, hangsUp: false, hasBody: true, cancellationToken)));
        var odd = exchanges.Select(exchange => exchange.Answer is null ? exchange.Trouble : exchange.Answer.Status is 200 or 201 or 409 or 422 or 503 ? null : $"status {exchange.Answer.Status}").FirstOrDefault(text => text is not null);
        return odd;
    }

    private static byte[] Request(string path, string token, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer {token}\r\nContent-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }

    /// <summary>A gigabyte of nothing in a megabyte: nobody unpacks it.</summary>
    private static async Task<string?> BombsAsync(AttackField target, CancellationToken cancellationToken)
    {
        foreach (var (encoding, pack) in new (string, Func<Stream, Stream>)[]
            { ("gzip", to => new GZipStream(to, CompressionLevel.Fastest)), ("br", to => new BrotliStream(to, CompressionLevel.Fastest)), ("deflate", to => new ZLibStream(to, CompressionLevel.Fastest)) })
        {
            using var packed = new MemoryStream();
            await using (var packing = pack(packed))
            {
                var nothing = new byte[Megabyte];
                for (var megabytes = 0; megabytes < 100; megabytes++) await packing.WriteAsync(nothing, cancellationToken);
            }

            var bomb = packed.ToArray();
            foreach (var (path, token) in new[] { ("/mapi/integration", "dev-H29"), ("/v1/dossiers", "dev-portal"), ("/mapi/login", ""), ("/KetNoiMotCuaQuocGia/ThemMoiHoSo", "dev-H29") })
            {
                byte[] request =
                [
                    .. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer {token}\r\nContent-Encoding: {encoding}\r\nContent-Length: {bomb.Length}\r\n\r\n"),
                    .. bomb,
                ];
                var exchange = await RawConnection.SendAsync(target.Port, request, hangsUp: false, hasBody: true, cancellationToken);
                var text = Encoding.UTF8.GetString(exchange.Answer?.Body ?? []);
                if (!text.Contains("encoded", StringComparison.Ordinal)) return $"{encoding} at {path}: {exchange.Answer?.Status} {exchange.Trouble} {text}";
            }
        }

        return null;
    }
}
