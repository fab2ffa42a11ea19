using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.State;

/// <summary>
/// What the parties keep on disk, as real ones do: written before they answer, so that a sandbox that is killed knows again what it took, and
/// goes on with it. Lines are handed to the system at once and not waited for on the disk: the process may die, the machine may not. Without a
/// file nothing is kept.
/// </summary>
internal sealed class StateLog : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Lock _gate = new();
    private readonly string? _path;
    private FileStream? _file;
    private bool _isClosed;

    /// <summary>Opens the log of <see cref="SandboxOptions.State"/>.</summary>
    public StateLog(SandboxOptions options) => _path = options.State;

    /// <summary>Whether anything is kept.</summary>
    public bool IsKept => _path is not null;

    /// <summary>What was written so far. A last line that was cut off was never answered for, and is left out.</summary>
    public IReadOnlyList<StateLine> Read()
    {
        if (_path is null || !File.Exists(_path)) return [];
        var bytes = File.ReadAllBytes(_path);
        var lines = new List<StateLine>();
        var from = 0;
        for (int end; (end = Array.IndexOf(bytes, (byte)'\n', from)) >= 0; from = end + 1)
        {
            lines.Add(JsonSerializer.Deserialize<StateLine>(bytes.AsSpan(from, end - from), Json)!);
        }

        return lines;
    }

    /// <summary>Begins the file anew with these lines, and takes new ones behind them.</summary>
    public void Begin(IEnumerable<StateLine> lines)
    {
        if (_path is null) return;
        var next = _path + ".new";
        using (var anew = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            foreach (var line in lines) anew.Write(BytesOf(line));
        }

        File.Move(next, _path, overwrite: true);
        _file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>
    /// Writes a line; it outlives this process when this returns. A sandbox that has stopped answers nobody any more: what a timer of it still
    /// does is as little kept as if the process had ended before.
    /// </summary>
    public void Write(StateLine line)
    {
        if (_path is null) return;
        var bytes = BytesOf(line);
        lock (_gate)
        {
            if (_isClosed) return;
            (_file ?? throw new InvalidOperationException("The state was not read yet.")).Write(bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _file?.Dispose();
        }
    }

    private static byte[] BytesOf(StateLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Json), (byte)'\n'];
}
