namespace DichVuCong.Sandbox.Banks.Statements;

/// <summary>One movement of a day, as a statement tells of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="No">The bank's number.</param>
/// <param name="Reference">The collector's reference; null where there is none.</param>
/// <param name="Account">The beneficiary's account; empty where the bank knows none.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="At">When.</param>
/// <param name="IsPartial">Whether a refund is of a part of the payment.</param>
internal sealed record StatementRow(RowKind Kind, string No, string? Reference, string Account, long Amount, DateTimeOffset At, bool IsPartial = false)
{
    /// <summary>Whether money came in.</summary>
    public bool IsCredit => Kind == RowKind.Payment;
}

/// <summary>What a movement is.</summary>
internal enum RowKind : byte
{
    /// <summary>A payment: money in.</summary>
    Payment,

    /// <summary>A refund: money out.</summary>
    Refund,

    /// <summary>A transfer to a beneficiary: money out.</summary>
    Settlement,
}

/// <summary>A statement as a file.</summary>
/// <param name="Name">Its name, with the day in it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record StatementMade(string Name, byte[] Content);

/// <summary>What a writer is given beside the rows.</summary>
/// <param name="Bank">The bank's name.</param>
/// <param name="Day">The day of the statement.</param>
/// <param name="Account">The account of a statement that is of one account.</param>
internal sealed record StatementHead(string Bank, DateOnly Day, string Account)
{
    /// <summary>When it is said to be made: always the same, so that the same statement has the same bytes.</summary>
    public DateTimeOffset MadeAt => Wire.BankClock.Instant(Day.AddDays(1), TimeSpan.FromHours(6));
}
