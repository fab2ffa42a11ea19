using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Gateway.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace DichVuCong.Gateway.OneStop.Http;

/// <summary>
/// Reads the bodies of calls. A body over the limit is read to its end and thrown away, so that its sender gets an answer instead of a broken
/// connection; one that is several times too long is cut off.
/// </summary>
internal sealed class BodyReader(OneStopOptions options)
{
    private const int FirstBuffer = 8 * 1024;
    private const int LongBody = 256 * 1024;
    private readonly long _most = options.LongBodyMegabytes * 1024L * 1024;
    private long _held;

    /// <summary>Reads the body of a call.</summary>
    public async Task<InboundBody> ReadAsync(HttpContext context)
    {
        if (context.Request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity") return InboundBody.Refused(BodyFaults.Encoded);
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false }) limit.MaxRequestBodySize = GatewayLimits.FileBodyBytes;
        try
        {
            using var patience = new CancellationTokenSource(GatewayLimits.BodyTime);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
            return context.Request.ContentLength > GatewayLimits.BodyBytes
                ? await ThrowAwayAsync(context, end.Token)
                : await ReadWithinAsync(context, end.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return InboundBody.Refused(BodyFaults.Broken);
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? InboundBody.TooLarge
                : InboundBody.Refused(BodyFaults.Broken);
        }
    }

    private async Task<InboundBody> ReadWithinAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var buffer = new byte[context.Request.ContentLength is > 0 and <= LongBody and { } length ? (int)length + 1 : FirstBuffer];
        var held = 0L;
        try
        {
            for (var count = 0; ;)
            {
                var read = await context.Request.Body.ReadAsync(buffer.AsMemory(count), cancellationToken);
                count += read;
                if (read == 0) return new InboundBody(buffer.AsMemory(0, count));
                if (count > GatewayLimits.BodyBytes) return await ThrowAwayAsync(context, cancellationToken);
                if (count < buffer.Length) continue;
                var longer = buffer.Length * 2;
                if (longer > LongBody && !Hold(longer - held, ref held)) return InboundBody.ComeAgain;
                Array.Resize(ref buffer, longer);
            }
        }
        finally
        {
            // What follows - parsing, storing - is short beside the time that a slow sender takes.
            Interlocked.Add(ref _held, -held);
        }
    }

    private bool Hold(long more, ref long held)
    {
        if (Interlocked.Add(ref _held, more) > _most)
        {
            Interlocked.Add(ref _held, -more);
            return false;
        }

        held += more;
        return true;
    }

    private static async Task<InboundBody> ThrowAwayAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var scrap = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(scrap, cancellationToken) > 0)
        {
            // Nothing of it is kept.
        }

        return InboundBody.TooLarge;
    }
}

/// <summary>A body, or why there is none.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="Fault">What is wrong with it; null when nothing is.</param>
/// <param name="Status">The HTTP status to answer with.</param>
internal sealed record InboundBody(ReadOnlyMemory<byte> Bytes, WireFault? Fault = null, int Status = StatusCodes.Status200OK)
{
    /// <summary>It is longer than a body may be.</summary>
    public static InboundBody TooLarge { get; } = new(default, BodyFaults.TooLarge, StatusCodes.Status413PayloadTooLarge);

    /// <summary>There is no room for it just now.</summary>
    public static InboundBody ComeAgain { get; } = new(default, BodyFaults.NoRoom);

    /// <summary>It cannot be read.</summary>
    public static InboundBody Refused(WireFault fault) => new(default, fault);
}
