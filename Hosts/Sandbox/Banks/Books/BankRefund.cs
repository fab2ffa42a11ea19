namespace DichVuCong.Sandbox.Banks.Books;

/// <summary>A refund at a bank.</summary>
/// <param name="Id">By what the collector names it: its request, or its reference.</param>
/// <param name="No">The bank's number of it.</param>
/// <param name="TransactionNo">The payment.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="IsFull">Whether it is said to be of the whole payment.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="EndsAt">When the bank is through with it.</param>
internal sealed record BankRefund(string Id, string No, string TransactionNo, long Amount, bool IsFull, DateTimeOffset At, DateTimeOffset EndsAt)
{
    /// <summary>How far it is.</summary>
    public RefundStage Stage { get; init; }

    /// <summary>Whether the bank takes it and then rejects it, on purpose.</summary>
    public bool WillBeRejected { get; init; }

    /// <summary>The day to which the bank counts it.</summary>
    public DateOnly Day { get; init; }
}

/// <summary>How far a refund is.</summary>
internal enum RefundStage : byte
{
    /// <summary>Taken, under way.</summary>
    Accepted,

    /// <summary>The payer has the money.</summary>
    Done,

    /// <summary>The payer's bank sent it back: the money is still here.</summary>
    Rejected,
}

/// <summary>A transfer to a beneficiary.</summary>
/// <param name="Bank">The bank.</param>
/// <param name="No">The bank's number of it.</param>
/// <param name="Account">The account; that of the contract where the bank knows no other.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Day">The day to which the bank counts it.</param>
/// <param name="At">When.</param>
internal sealed record BankSettlement(string Bank, string No, string Account, long Amount, DateOnly Day, DateTimeOffset At)
{
    /// <summary>The collector's reference of a transfer that it ordered itself; null for one that the bank makes of itself.</summary>
    public string? OrderedBy { get; init; }

    /// <summary>The references of the orders in it.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];
}

/// <summary>A request that a bank has had: the same id again must have the same content.</summary>
internal sealed record BankRequest(string Bank, string Id, string Hash);
