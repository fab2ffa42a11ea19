namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>A file that a bank sent, and what is known about it beforehand.</summary>
public sealed record StatementFile
{
    /// <summary>Its name, without a folder.</summary>
    public required string Name { get; init; }

    /// <summary>Opens it from its beginning; it is opened twice, once to verify it and once to read it.</summary>
    public required Func<Stream> Open { get; init; }

    /// <summary>The bank's day that is expected.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>From this time of day on a movement belongs to the bank's next day, and may stand in the next day's file (decisions, Payments: 23:00).</summary>
    public TimeSpan CutOff { get; init; } = TimeSpan.FromHours(23);

    /// <summary>
    /// The size that the bank announced, in bytes. A family without a trailer has no other sign of a transfer cut at the end of a line, so that none of
    /// its files is taken without it.
    /// </summary>
    public long? Size { get; init; }

    /// <summary>The secret of the line checksums; a family that has one neither reads nor writes without it.</summary>
    public string Key { get; init; } = "";

    /// <summary>For a file that is written: who makes it.</summary>
    public string Creator { get; init; } = "DVCQG";

    /// <summary>For a file that is written: when it is made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether a file of this name was taken before.</summary>
    public Func<string, bool> IsNameTaken { get; init; } = static _ => false;
}
