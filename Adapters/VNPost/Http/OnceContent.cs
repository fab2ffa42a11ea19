using System.Net;
using System.Net.Http.Headers;

namespace DichVuCong.Adapters.VNPost.Http;

/// <summary>
/// A body that can be sent once and knows whether it was: a failure before is certain to have done nothing, a failure after leaves the outcome
/// unknown, and no layer below may send it a second time behind our back.
/// </summary>
internal sealed class OnceContent : HttpContent
{
    private readonly byte[] _body;
    private int _sends;

    public OnceContent(byte[] body, string mediaType)
    {
        _body = body;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType, "utf-8");
    }

    /// <summary>Whether sending began.</summary>
    public bool Began => Volatile.Read(ref _sends) > 0;

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sends) > 1) throw new IOException("The body was sent already.");
        await stream.WriteAsync(_body, cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
