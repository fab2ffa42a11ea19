using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>Reads an archived month.</summary>
internal static class ArchiveFile
{
    /// <summary>The file's SHA-256.</summary>
    public static async Task<byte[]> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        return await SHA256.HashDataAsync(file, cancellationToken);
    }

    /// <summary>Reads the whole file: its header is checked, its batches come as they were written.</summary>
    /// <exception cref="InvalidDataException">It is not an archived month, or of a format that this build does not know.</exception>
    public static async IAsyncEnumerable<ChainedBatch> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        await using var text = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(text, Encoding.UTF8);
        Check(await lines.ReadLineAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line) yield return BatchLine.Read(line);
    }

    /// <summary>Reads the batches of one lane of a file that have rows of some sagas. What has none is passed over as text, at a small part of the cost.</summary>
    public static async IAsyncEnumerable<ChainedBatch> ReadLaneAsync(
        string path, ArchivedLane lane, IReadOnlyCollection<long> sagas, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = SearchValues.Create([.. sagas.Select(saga => string.Create(CultureInfo.InvariantCulture, $"[{saga},"))], StringComparison.Ordinal);
        var mine = string.Create(CultureInfo.InvariantCulture, $"{{\"lane\":{lane.Lane},");
        await using var file = Open(path);
        file.Position = lane.Start;
        await using var text = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(text, Encoding.UTF8);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            // The stream goes on into the next lane's member.
            if (!line.StartsWith(mine, StringComparison.Ordinal)) yield break;
            if (line.AsSpan().ContainsAny(wanted)) yield return BatchLine.Read(line);
        }
    }

    private static FileStream Open(string path) =>
        new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read, BufferSize = 1 << 16, Options = FileOptions.Asynchronous });

    private static void Check(string? line)
    {
        try
        {
            var header = line is null ? null : JsonSerializer.Deserialize(line, ArchiveJson.Default.ArchiveHeader);
            if (header is { Format: ArchiveHeader.Name, Version: <= ArchiveHeader.Current }) return;
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException("The file has no header of an archived month.", failure);
        }

        throw new InvalidDataException("The file is not an archived month of a format that this build knows.");
    }
}
