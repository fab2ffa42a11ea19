using System.Net;
using System.Net.Http.Headers;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// A request's body that knows whether all of it was handed over: half a request can do nothing at the provider, a whole one may have been
/// acted upon even when no answer came.
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    /// <summary>The type of SOAP 1.1.</summary>
    public static readonly MediaTypeHeaderValue Xml = new("text/xml", "utf-8");

    /// <summary>The type of JSON.</summary>
    public static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly ReadOnlyMemory<byte> _body;

    public TrackedContent(ReadOnlyMemory<byte> body, MediaTypeHeaderValue type)
    {
        _body = body;
        Headers.ContentType = type;
    }

    /// <summary>Whether the whole body was handed to the connection.</summary>
    public bool IsWritten { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_body, cancellationToken);
        // Without the flush a small body would wait in a buffer, and look written before a byte of it left.
        await stream.FlushAsync(cancellationToken);
        IsWritten = true;
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
