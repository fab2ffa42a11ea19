namespace DichVuCong.Sandbox.Agencies.Files;

/// <summary>What became of the files that systems fetched.</summary>
internal sealed class FileCheckCounts
{
    private readonly long[] _counts = new long[Enum.GetValues<FileCheckResult>().Length];

    /// <summary>How many had a result.</summary>
    public long this[FileCheckResult result] => Interlocked.Read(ref _counts[(int)result]);

    /// <summary>Counts one.</summary>
    public void Count(FileCheckResult result) => Interlocked.Increment(ref _counts[(int)result]);

    /// <summary>Begins again at 0.</summary>
    public void Clear() => Array.Clear(_counts);
}

/// <summary>The results of fetching a file.</summary>
internal enum FileCheckResult : byte
{
    /// <summary>Size and SHA-256 are those of the file.</summary>
    Whole,

    /// <summary>They are not.</summary>
    Damaged,

    /// <summary>It is no file of the sandbox's portal: nothing can be said.</summary>
    Foreign,

    /// <summary>The link was answered with an error.</summary>
    Refused,

    /// <summary>The link was not answered.</summary>
    Unreachable,

    /// <summary>The dossier names no link.</summary>
    NoLink,

    /// <summary>There were too many to fetch.</summary>
    LeftOut,
}
