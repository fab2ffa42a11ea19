namespace DichVuCong.Faults.Load;

/// <summary>What a call was meant as.</summary>
internal enum CallPurpose
{
    /// <summary>A new dossier.</summary>
    File,

    /// <summary>The same call again: the first answer must come again.</summary>
    Repeat,

    /// <summary>The same id with other content: it must be refused.</summary>
    Change,

    /// <summary>A supplement to a dossier.</summary>
    Supplement,
}

/// <summary>One attempt at a call: when, and what came of it.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Took">How long until the answer, or until there was none.</param>
/// <param name="Outcome">The status, or the failure.</param>
internal sealed record Attempt(DateTimeOffset At, TimeSpan Took, string Outcome);

/// <summary>The caller's own record of a call, with all its attempts.</summary>
/// <param name="Number">Which filing it is about.</param>
/// <param name="Purpose">What it was meant as.</param>
/// <param name="SubmissionId">The id that it carried.</param>
/// <param name="Channels">The channels on which the applicant is notified.</param>
internal sealed record CallRecord(int Number, CallPurpose Purpose, string SubmissionId, IReadOnlyList<string> Channels)
{
    /// <summary>The attempts in their order.</summary>
    public List<Attempt> Attempts { get; } = [];

    /// <summary>The status of the final answer; 0 when none came.</summary>
    public int Status { get; set; }

    /// <summary>The body of the final answer.</summary>
    public string Body { get; set; } = "";

    /// <summary>The dossier's code in the final answer.</summary>
    public string? Code { get; set; }

    /// <summary>Whether the Gateway said that it has it: from then on it must not be lost.</summary>
    public bool IsAccepted => Status is 200 or 201 or 202;
}
