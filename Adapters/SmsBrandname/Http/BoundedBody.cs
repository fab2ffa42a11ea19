using System.Buffers;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Reads a response's body up to a bound: no answer of the provider is longer than a few hundred bytes.</summary>
internal static class BoundedBody
{
    /// <summary>The bound, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private const int UsualSize = 4096;

    /// <summary>Reads the body into a rented array, and hands what was read to <paramref name="use"/>.</summary>
    /// <returns>What <paramref name="use"/> made of it, or null when the body exceeds the bound.</returns>
    public static async Task<T?> ReadAsync<T>(HttpContent content, Func<ArraySegment<byte>, T?> use, CancellationToken cancellationToken)
        where T : class
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(UsualSize);
        try
        {
            for (var length = 0; ;)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0) return use(new ArraySegment<byte>(buffer, 0, length));
                length += read;
                if (length > MostBytes) return null;
                if (length == buffer.Length) buffer = Grow(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full, clearArray: true);
        return larger;
    }
}
