using System.Buffers;

namespace DichVuCong.Gateway.Files;

/// <summary>
/// Where files wait until their hash is known: small ones in memory, others on disk, both within bounds. A file on disk has no name any more
/// once it is open, so that nobody else finds it and nothing is left of it when the process ends, however it ends.
/// </summary>
internal sealed class FileSpool(string folder, FileRelayOptions options)
{
    private readonly Room _memory = new(options.MemoryBytes);
    private readonly Room _disk = new(options.SpoolBytes);

    /// <summary>What is taken at this moment, in bytes: memory and disk.</summary>
    public (long Memory, long Disk) Taken => (_memory.Taken, _disk.Taken);

    /// <summary>A place for a file; null when there is no room now.</summary>
    public SpooledFile? TryOpen(long size)
    {
        if (size <= options.InMemoryBytes && _memory.TryTake(size))
        {
            var buffer = ArrayPool<byte>.Shared.Rent((int)size);
            return new SpooledFile(new MemoryStream(buffer, 0, (int)size), () =>
            {
                // Personal data does not wait in the pool for whoever rents it next.
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                _memory.GiveBack(size);
            });
        }

        if (!_disk.TryTake(size)) return null;
        try
        {
            return new SpooledFile(OpenNameless(), () => _disk.GiveBack(size));
        }
        catch
        {
            _disk.GiveBack(size);
            throw;
        }
    }

    private FileStream OpenNameless()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.spool");
        var opening = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows()) opening.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(path, opening);
        File.Delete(path);
        return stream;
    }

    private sealed class Room(long bytes)
    {
        private long _taken;

        public long Taken => Interlocked.Read(ref _taken);

        public bool TryTake(long wanted)
        {
            if (Interlocked.Add(ref _taken, wanted) <= bytes) return true;
            GiveBack(wanted);
            return false;
        }

        public void GiveBack(long taken) => Interlocked.Add(ref _taken, -taken);
    }
}

/// <summary>A file that waits; gone when it is disposed.</summary>
internal sealed class SpooledFile(Stream content, Action release) : IAsyncDisposable
{
    private int _released;

    /// <summary>Its content.</summary>
    public Stream Content { get; } = content;

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        if (Interlocked.Exchange(ref _released, 1) == 0) release();
    }
}
