using System.Net;
using System.Net.Http.Headers;

namespace DichVuCong.Adapters.AppNotices;

/// <summary>A JSON body that knows whether all of it was handed over: a whole one may have been acted upon even when no answer came.</summary>
internal sealed class OnceSent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private readonly ReadOnlyMemory<byte> _body;

    public OnceSent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.ContentType = Json;
    }

    /// <summary>Whether the whole body was handed to the connection.</summary>
    public bool IsWritten { get; private set; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_body, cancellationToken);
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
