namespace DichVuCong.Runtime.Hosting;

/// <summary>The settings of a worker host.</summary>
public sealed record RuntimeOptions
{
    /// <summary>Batches that run at once in this process; each has a connection. Default: one for each core, from 2 to 16.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 16);

    /// <summary>
    /// Messages in a batch at most. Only a backlog makes batches large, and then a large batch is what clears it: messages of one saga meet in it
    /// and are loaded and written once. Default 2,000.
    /// </summary>
    public int Batch { get; init; } = 2000;

    /// <summary>How long an idle worker waits before it looks again. Default 25 ms.</summary>
    public TimeSpan IdleWait { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How often idle lanes are looked at for due clocks. Default 200 ms.</summary>
    public TimeSpan ClockInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether this process owns partner lines. Default true.</summary>
    public bool ServeLines { get; init; } = true;

    /// <summary>Rows of one line that are read ahead. Default 2,000.</summary>
    public int LineReadAhead { get; init; } = 2000;

    /// <summary>How long calls that are out may take to end when the host shuts down. Default 20 s.</summary>
    public TimeSpan ShutdownPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Days for which the door remembers calls; a repetition that comes later counts as new. Default 90.</summary>
    public int InboxDays { get; init; } = 90;

    /// <summary>Whole months of the journal that stay in the database besides the current one; older ones go into files. Default 12.</summary>
    public int JournalMonths { get; init; } = 12;

    /// <summary>The folder for archived months of the journal, the same for all hosts; without one, nothing is archived by itself.</summary>
    public string? ArchiveFolder { get; init; }

    /// <summary>Days after the last decision of a finished saga after which its state shrinks. Default 90; 0 for never.</summary>
    public int ShrinkAfterDays { get; init; } = 90;

    /// <summary>What the host calls itself in the table of hosts.</summary>
    public string Kind { get; init; } = "worker";
}
