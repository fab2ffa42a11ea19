using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace DichVuCong.Sandbox.Files;

/// <summary>
/// A file of the sandbox's portal: its bytes follow from seed and size alone, so that whoever submits a dossier knows size and SHA-256
/// without a call, and whoever receives the file can tell whether it is whole. It begins with its own seed and size.
/// </summary>
/// <remarks>
/// A submitter takes a seed (any number of its own) and a size, puts <see cref="Size"/>, <see cref="Sha256"/> and <see cref="UrlAt"/> into
/// the dossier's <c>files[]</c>, and is done: the sandbox makes the bytes when somebody fetches them. SHA-256 costs about 1 ms for each
/// megabyte: a load keeps a few hundred files and uses them again.
/// <code>
/// var file = new PortalFile(seed: 42, size: 20_000);
/// var entry = new { name = "Giấy chứng sinh.pdf", mediaType = "application/pdf", size = file.Size, sha256 = file.Sha256(),
///     url = file.UrlAt(new Uri("http://127.0.0.1:8082"), "giay-chung-sinh.pdf") };
/// </code>
/// </remarks>
/// <param name="Seed">Which file.</param>
/// <param name="Size">Its size in bytes, from <see cref="MinSize"/> to <see cref="MaxSize"/>.</param>
public readonly record struct PortalFile(uint Seed, int Size)
{
    /// <summary>The least bytes of a file: its beginning says which file it is.</summary>
    public const int MinSize = 64;

    /// <summary>The most bytes of a file: 40 MB, what a dossier's file may have at most.</summary>
    public const int MaxSize = 40_000_000;

    private const string Magic = "%PDF-1.7\n%DVC ";
    private const int WordSize = sizeof(ulong);
    private const int ChunkSize = 32 * 1024;

    /// <summary>Whether there is a file of that size.</summary>
    public static bool IsSize(long size) => size is >= MinSize and <= MaxSize;

    /// <summary>Where the sandbox serves the file: <c>/portal/files/{seed}/{size}/{name}</c>.</summary>
    /// <param name="sandbox">The sandbox's address, <c>http://127.0.0.1:8082</c>.</param>
    /// <param name="name">The file's name; it decides the media type and nothing of the content.</param>
    public Uri UrlAt(Uri sandbox, string name)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new Uri(sandbox, string.Create(CultureInfo.InvariantCulture, $"/portal/files/{Seed}/{Size}/{Uri.EscapeDataString(name)}"));
    }

    /// <summary>The whole content.</summary>
    public byte[] Content()
    {
        var content = new byte[Checked().Size];
        Fill(0, content);
        return content;
    }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits in lower case.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[Math.Min(Checked().Size, ChunkSize)];
        for (var offset = 0; offset < Size; offset += chunk.Length)
        {
            var part = chunk.AsSpan(0, Math.Min(chunk.Length, Size - offset));
            Fill(offset, part);
            hash.AppendData(part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the bytes from <paramref name="offset"/> on, as many as <paramref name="target"/> takes.</summary>
    public void Fill(long offset, Span<byte> target)
    {
        Span<byte> word = stackalloc byte[WordSize];
        var at = 0;
        for (var (index, skip) = Math.DivRem(offset, WordSize); at < target.Length; index++, skip = 0)
        {
            if (skip == 0 && target.Length - at >= WordSize)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(target[at..], WordAt(Seed, index));
                at += WordSize;
                continue;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(word, WordAt(Seed, index));
            var count = Math.Min(WordSize - (int)skip, target.Length - at);
            word.Slice((int)skip, count).CopyTo(target[at..]);
            at += count;
        }

        WriteBeginning(offset, target);
    }

    /// <summary>Which file the bytes are the beginning of; null when they are of none of the sandbox's.</summary>
    public static PortalFile? Recognise(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length < MinSize || !beginning.StartsWith("%PDF-1.7\n%DVC "u8)) return null;
        Span<char> text = stackalloc char[MinSize];
        for (var at = 0; at < MinSize; at++) text[at] = (char)beginning[at];
        var words = text[Magic.Length..];
        return uint.TryParse(words[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var seed)
            && int.TryParse(words[9..17], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size)
            && IsSize(size)
                ? new PortalFile(seed, size)
                : null;
    }

    private PortalFile Checked() => IsSize(Size)
        ? this
        : throw new InvalidOperationException($"A file of the sandbox has {MinSize} to {MaxSize} bytes, not {Size}.");

    private void WriteBeginning(long offset, Span<byte> target)
    {
        Span<byte> beginning = stackalloc byte[Magic.Length + 18];
        if (offset >= beginning.Length) return;
        System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Magic}{Seed:x8} {Size:x8}\n"), beginning);
        var visible = beginning[(int)offset..];
        visible[..Math.Min(visible.Length, target.Length)].CopyTo(target);
    }

    // The output function of SplitMix64 over a counter: any word without those before it.
    private static ulong WordAt(uint seed, long index)
    {
        var word = (((ulong)seed << 32) + (ulong)index + 1) * 0x9E3779B97F4A7C15;
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        return word ^ (word >> 31);
    }
}
