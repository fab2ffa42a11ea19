using System.Buffers.Binary;

namespace DichVuCong.Faults.Processes;

/// <summary>
/// A wall clock of a process's own: a library loaded before all others adds an offset, read from a file, to the time of day. Clocks that measure
/// spans, and waits, are left alone, as a jumping wall clock leaves them alone.
/// </summary>
internal sealed class FakeClock(string file)
{
    /// <summary>Names the library, which <c>build/faults</c> builds where there is a C compiler.</summary>
    private const string LibrarySetting = "DVC_FAULTS_CLOCK";

    /// <summary>The library; null when there is none.</summary>
    public static string? Library { get; } = System.Environment.GetEnvironmentVariable(LibrarySetting) is { Length: > 0 } path && File.Exists(path) ? path : null;

    /// <summary>What the process is started with.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            if (Library is not { } library) return new Dictionary<string, string>(StringComparer.Ordinal);
            Set(TimeSpan.Zero);
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["LD_PRELOAD"] = library, ["WALL_CLOCK_FILE"] = file };
        }
    }

    /// <summary>Moves it, at once.</summary>
    public void Set(TimeSpan offset)
    {
        Span<byte> nanoseconds = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(nanoseconds, offset.Ticks * TimeSpan.NanosecondsPerTick);
        // Written over in place: the process has the file in its memory, and sees the eight bytes change together.
        using var handle = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(handle, nanoseconds, fileOffset: 0);
    }
}
