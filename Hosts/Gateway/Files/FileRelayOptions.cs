namespace DichVuCong.Gateway.Files;

/// <summary>What passing files on may cost.</summary>
internal sealed record FileRelayOptions
{
    /// <summary>How long a connection to the portal's files may take to stand. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long fetching one file may take altogether. Default 60 s.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest file that is held in memory, in bytes; larger ones go to the spool. Default 256 kB.</summary>
    public long InMemoryBytes { get; init; } = 256 * 1024;

    /// <summary>Memory for all files at once, in bytes. Default 64 MB; what does not fit goes to the spool.</summary>
    public long MemoryBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Room on disk for all files at once, in bytes. Default 2 GB; what does not fit is told to come back.</summary>
    public long SpoolBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Files fetched at once. Default 32.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>Files of one dossier fetched at once. Default 4.</summary>
    public int ConcurrencyPerDossier { get; init; } = 4;

    /// <summary>Calls that may wait for their turn. Default 256.</summary>
    public int Waiting { get; init; } = 256;

    /// <summary>When to come back after the portal's files did not answer. Default 60 s.</summary>
    public TimeSpan ComeBack { get; init; } = TimeSpan.FromSeconds(60);
}
