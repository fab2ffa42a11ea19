namespace DichVuCong.Adapters.Banks.Http;

/// <summary>Reads a response's body as it comes, up to a bound.</summary>
internal static class BoundedBody
{
    /// <summary>The body; null when it is larger than the bound.</summary>
    /// <exception cref="IOException">The connection was cut.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int bound, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > bound) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > bound) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
