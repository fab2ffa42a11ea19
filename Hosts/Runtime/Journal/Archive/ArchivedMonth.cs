namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>A month of the journal that lies in a file.</summary>
public sealed record ArchivedMonth
{
    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The folder into which it was written.</summary>
    public required string Folder { get; init; }

    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The version of the file's format.</summary>
    public required short Format { get; init; }

    /// <summary>The file's size.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file's SHA-256.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>The batches in it.</summary>
    public required long Links { get; init; }

    /// <summary>The rows in it.</summary>
    public required long Rows { get; init; }

    /// <summary>The batches whose chain was broken already when it was written: kept as they were.</summary>
    public required long Broken { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset ArchivedAt { get; init; }

    /// <summary>When its tables were dropped; null while they are still there.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>Where the file is: in the folder that is configured now, or where it was written.</summary>
    /// <param name="folder">The folder that is configured; null for none.</param>
    public string PathIn(string? folder)
    {
        var written = Path.Combine(Folder, File);
        if (folder is null) return written;
        var moved = Path.Combine(folder, File);
        return System.IO.File.Exists(moved) || !System.IO.File.Exists(written) ? moved : written;
    }
}

/// <summary>A lane's part of an archived month.</summary>
/// <param name="Lane">The lane; minus the line for a partner's outcomes.</param>
/// <param name="Links">Its batches.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="FirstBatch">The number of its first batch.</param>
/// <param name="FirstHash">That batch's hash.</param>
/// <param name="LastBatch">The number of its last batch.</param>
/// <param name="LastHash">That batch's hash, with which the chain goes on in the next month.</param>
/// <param name="Start">Where it begins in the file.</param>
/// <param name="Length">Its bytes.</param>
internal sealed record ArchivedLane(
    short Lane, long Links, long Rows, long FirstBatch, byte[]? FirstHash, long LastBatch, byte[]? LastHash, long Start, long Length);
