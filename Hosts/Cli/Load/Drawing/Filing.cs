namespace DichVuCong.Cli.Load.Drawing;

/// <summary>What is wrong with a filing on purpose.</summary>
internal enum Flaw
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The applicant's name is missing.</summary>
    NoName,

    /// <summary>A file of a format that nobody takes.</summary>
    WrongFormat,

    /// <summary>A file whose hash is none.</summary>
    WrongHash,

    /// <summary>A procedure that does not exist.</summary>
    NoSuchProcedure,
}

/// <summary>A filing that is ready to be posted.</summary>
/// <param name="SubmissionId">The submitter's own id.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Flaw">What is wrong with it on purpose: it must be refused.</param>
/// <param name="AtCounter">Whether the coordination system posts it.</param>
/// <param name="Channels">On how many channels its applicant is notified: 0 unless it is served centrally.</param>
/// <param name="Procedure">Its procedure, for people to read.</param>
/// <param name="Agency">The agency that is competent.</param>
/// <param name="System">Its one-stop system.</param>
/// <param name="ByPost">Whether the post is to bring its result.</param>
internal sealed record Filing(
    string SubmissionId, byte[] Body, Flaw Flaw, bool AtCounter, int Channels, string Procedure, string Agency, string System, bool ByPost = false);

/// <summary>In which shares filings are drawn.</summary>
internal sealed record FilingShares
{
    /// <summary>Deliberately deficient ones.</summary>
    public double Bad { get; init; }

    /// <summary>Those that an officer takes at a counter and the coordination system posts.</summary>
    public double Counter { get; init; }

    /// <summary>Those of centrally served procedures.</summary>
    public double Central { get; init; } = 0.5;
}
