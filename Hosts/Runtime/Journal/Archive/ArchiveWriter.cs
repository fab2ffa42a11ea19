using System.IO.Compression;
using System.Text.Json;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>Writes a month into a file: the header, then lane after lane, each a gzip member of its own.</summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly List<ArchivedLane> _lanes = [];

    private ArchiveWriter(FileStream file) => _file = file;

    /// <summary>The lanes written.</summary>
    public IReadOnlyList<ArchivedLane> Lanes => _lanes;

    /// <summary>Begins a file; one that is there already is replaced.</summary>
    public static async Task<ArchiveWriter> BeginAsync(string path, ArchiveHeader header, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read, Options = FileOptions.Asynchronous });
        await using var member = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await member.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(header, ArchiveJson.Default.ArchiveHeader), cancellationToken);
        member.WriteByte((byte)'\n');
        return new ArchiveWriter(file);
    }

    /// <summary>Writes the batches of one lane; nothing when there are none.</summary>
    public async Task WriteLaneAsync(IAsyncEnumerable<ChainedBatch> batches, CancellationToken cancellationToken)
    {
        var start = _file.Position;
        ChainedBatch? first = null;
        ChainedBatch? last = null;
        var (links, rows) = (0L, 0L);
        await using (var member = new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true))
        {
            await using var json = new Utf8JsonWriter(member);
            await foreach (var batch in batches.WithCancellation(cancellationToken))
            {
                first ??= batch;
                last = batch;
                links += batch.Hash is null ? 0 : 1;
                rows += batch.Entries.Count;
                BatchLine.Write(json, batch);
                await json.FlushAsync(cancellationToken);
                json.Reset();
                member.WriteByte((byte)'\n');
            }
        }

        if (first is null || last is null) return;
        _lanes.Add(new ArchivedLane(first.Lane, links, rows, first.Batch, first.Hash, last.Batch, last.Hash, start, _file.Position - start));
    }

    /// <summary>Brings everything to disk.</summary>
    /// <returns>The file's size.</returns>
    public async Task<long> EndAsync(CancellationToken cancellationToken)
    {
        await _file.FlushAsync(cancellationToken);
        _file.Flush(flushToDisk: true);
        return _file.Length;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
