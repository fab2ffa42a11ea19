namespace DichVuCong.Sandbox.Banks.Books;

/// <summary>A payment at a bank, or an attempt that failed.</summary>
/// <param name="No">The bank's number of it: digits, 12 at most, unique for all banks.</param>
/// <param name="Amount">Đồng that the bank took.</param>
/// <param name="IsPaid">Whether the money is there.</param>
/// <param name="Code">The bank's code of it, in its own words.</param>
/// <param name="At">When.</param>
/// <param name="Day">The day to which the bank counts it.</param>
internal sealed record BankTransaction(string No, long Amount, bool IsPaid, string Code, DateTimeOffset At, DateOnly Day)
{
    /// <summary>The amount that its callback tells; another one only on purpose.</summary>
    public long ToldAmount { get; init; } = Amount;

    /// <summary>How often it is told at once.</summary>
    public int ToldTimes { get; init; } = 1;

    /// <summary>How far its callback is.</summary>
    public CallbackStage Callback { get; init; }

    /// <summary>The calls that were made.</summary>
    public int Calls { get; init; }

    /// <summary>The last answer in the partner's own words; null while there was none.</summary>
    public string? LastAnswer { get; init; }

    /// <summary>The settlement by which it was paid out; null while it was not.</summary>
    public string? Settlement { get; init; }
}

/// <summary>How far the callback of a transaction is.</summary>
internal enum CallbackStage : byte
{
    /// <summary>To be told, for the first time or again.</summary>
    Waiting,

    /// <summary>Answered so that it need not be told again.</summary>
    Taken,

    /// <summary>Told as often as the policy has it, or refused for good.</summary>
    GivenUp,

    /// <summary>Never told, on purpose.</summary>
    Lost,
}
