namespace DichVuCong.Cli.Load.Payments;

/// <summary>An order in the books of a simulated bank: what somebody sees who asks the bank and not us.</summary>
internal sealed record BankOrder
{
    public required long Sequence { get; init; }

    public required string Reference { get; init; }

    /// <summary>What its payer does; null while nobody opened it.</summary>
    public string? Payer { get; init; }

    public bool HasActed { get; init; }

    public required IReadOnlyList<BankPayment> Transactions { get; init; }

    public required IReadOnlyList<BankPayback> Refunds { get; init; }

    /// <summary>The payments among the transactions.</summary>
    public IEnumerable<BankPayment> Payments => Transactions.Where(transaction => transaction.IsPaid);

    /// <summary>Whether nothing more comes from its payer or of its refunds.</summary>
    public bool IsQuiet => (Payer is null || HasActed) && Refunds.All(refund => refund.Stage != "accepted");
}

/// <summary>A payment at a bank, or an attempt that failed.</summary>
internal sealed record BankPayment(string No, long Amount, bool IsPaid, DateOnly Day, string Callback);

/// <summary>A refund at a bank.</summary>
internal sealed record BankPayback(string No, string TransactionNo, long Amount, string Stage, DateOnly Day);

/// <summary>A payment as a ministry's system knows it.</summary>
internal sealed record MinistryPayment(string Reference, string? PaidBy, IReadOnlyList<string> Payments);
