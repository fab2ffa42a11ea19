namespace DichVuCong.Adapters.Banks.Statements.Answers;

/// <summary>What we tell the bank about a line.</summary>
public enum AnswerOutcome : byte
{
    /// <summary>Both sides have it alike.</summary>
    Matched = 1,

    /// <summary>We have it, the bank does not.</summary>
    MissingAtBank = 2,

    /// <summary>The bank has it, we do not.</summary>
    MissingHere = 3,

    /// <summary>Both have it, differently.</summary>
    Differs = 4,
}

/// <summary>
/// A bank's codes of the results. Only 01 was seen; the others are inferred, so each bank has its own row of settings (external-parties.md A8).
/// </summary>
public sealed record AnswerCodes(string Matched = "00", string MissingAtBank = "01", string MissingHere = "02", string Differs = "03")
{
    /// <summary>The code of an outcome.</summary>
    public string Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Matched => Matched,
        AnswerOutcome.MissingAtBank => MissingAtBank,
        AnswerOutcome.MissingHere => MissingHere,
        _ => Differs,
    };
}

/// <summary>What an answer is made of.</summary>
public sealed record StatementAnswer
{
    /// <summary>The outcome of a line of the bank's, by its number; null when it is not told.</summary>
    public required Func<long, AnswerOutcome?> OutcomeOf { get; init; }

    /// <summary>What we have and the bank does not; told behind its own lines.</summary>
    public IEnumerable<StatementLine> MissingAtBank { get; init; } = [];

    /// <summary>The bank's codes.</summary>
    public AnswerCodes Codes { get; init; } = new();
}
