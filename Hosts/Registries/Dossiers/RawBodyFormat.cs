using System.IO.Compression;

namespace DichVuCong.Registries.Dossiers;

/// <summary>How raw bodies are packed before they are sealed: the fastest deflate, since partners' JSON shrinks to a quarter.</summary>
internal static class RawBodyFormat
{
    /// <summary>Packs a body.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream(body.Length / 2);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(body);
        return packed.ToArray();
    }

    /// <summary>Unpacks a body.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var body = new MemoryStream();
        deflate.CopyTo(body);
        return body.ToArray();
    }
}
