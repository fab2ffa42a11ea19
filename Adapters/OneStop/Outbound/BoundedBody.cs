namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>Reads a response's body as it comes, up to a bound.</summary>
internal static class BoundedBody
{
    /// <summary>The body; null when it is larger than the bound.</summary>
    /// <exception cref="IOException">The connection was cut.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int bound, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > bound) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[content.Headers.ContentLength is { } length ? (int)length + 1 : 4096];
        var count = 0;
        for (int read; (read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken)) > 0;)
        {
            count += read;
            if (count > bound) return null;
            if (count == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, bound + 1));
        }

        return buffer.AsMemory(0, count);
    }
}
