using DichVuCong.Gateway.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace DichVuCong.Gateway.Bodies;

/// <summary>
/// Reads the bodies of calls, whoever calls. Memory is taken as bytes come, never because a header promises them, and within the room that all
/// calls share. A body over the limit is read to its end and thrown away, so that its sender gets an answer instead of a broken connection; one
/// that is several times too long is cut off.
/// </summary>
internal sealed class BodyReader(BodyRoom room)
{
    private const int FirstBuffer = 4 * 1024;

    /// <summary>Reads the body of a call. Its bytes are good until the call is answered.</summary>
    public async Task<CallBody> ReadAsync(HttpContext context)
    {
        if (IsEncoded(context.Request)) return CallBody.Without(BodyTrouble.Encoded);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = GatewayLimits.FileBodyBytes;
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
            return CallBody.Without(BodyTrouble.Broken);
        }
        catch (BadHttpRequestException problem)
        {
            return CallBody.Without(problem.StatusCode == StatusCodes.Status413PayloadTooLarge ? BodyTrouble.TooLarge : BodyTrouble.Broken);
        }
    }

    /// <summary>A few bytes can be compressed that become gigabytes: nothing is ever unpacked.</summary>
    private static bool IsEncoded(HttpRequest request) => request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity";

    private async Task<CallBody> ReadWithinAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var part = room.Open();
        context.Response.RegisterForDispose(part);
        if (!part.TryGrow(FirstBuffer)) return CallBody.Without(BodyTrouble.NoRoom);
        var buffer = new byte[FirstBuffer];
        for (var count = 0; ;)
        {
            var read = await context.Request.Body.ReadAsync(buffer.AsMemory(count), cancellationToken);
            count += read;
            if (read == 0) return new CallBody(buffer.AsMemory(0, count));
            if (count > GatewayLimits.BodyBytes)
            {
                (buffer, _) = ([], part.TryGrow(0));
                return await ThrowAwayAsync(context, cancellationToken);
            }

            if (count < buffer.Length) continue;
            // A long one that tells its length is not copied again and again.
            var longer = count >= BodyRoom.LongBody && context.Request.ContentLength is { } length && length > count ? (int)length + 1 : buffer.Length * 2;
            if (!part.TryGrow(longer)) return CallBody.Without(BodyTrouble.NoRoom);
            Array.Resize(ref buffer, longer);
        }
    }

    private static async Task<CallBody> ThrowAwayAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var scrap = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(scrap, cancellationToken) > 0)
        {
            // Nothing of it is kept.
        }

        return CallBody.Without(BodyTrouble.TooLarge);
    }
}

/// <summary>Why there is no body.</summary>
internal enum BodyTrouble
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>It is longer than a body may be.</summary>
    TooLarge,

    /// <summary>It is compressed, or encoded in another way.</summary>
    Encoded,

    /// <summary>It did not come whole, or not in time, or not by the rules of HTTP.</summary>
    Broken,

    /// <summary>There is no room for it just now.</summary>
    NoRoom,
}

/// <summary>The body of a call, or why there is none.</summary>
internal readonly record struct CallBody(ReadOnlyMemory<byte> Bytes, BodyTrouble Trouble = BodyTrouble.None)
{
    /// <summary>There is none.</summary>
    public static CallBody Without(BodyTrouble trouble) => new(default, trouble);
}
