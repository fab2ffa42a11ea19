using System.Text.Json.Serialization;

namespace DichVuCong.Sandbox.Banks.Books;

/// <summary>An order at a bank with everything that came of it, as it is kept on disk. A change makes a new one.</summary>
/// <param name="Bank">The bank's name.</param>
/// <param name="Reference">The reference of whoever collects.</param>
/// <param name="Amount">Đồng to be paid.</param>
internal sealed record BankOrderRecord(string Bank, string Reference, long Amount)
{
    /// <summary>Its number in the order of first sight.</summary>
    public long Sequence { get; init; }

    /// <summary>When the collector made it, by the collector's own word where the wire has one.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it may be paid; null for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The beneficiary's account; null where the bank is not told.</summary>
    public string? Account { get; init; }

    /// <summary>What it is for.</summary>
    public string Info { get; init; } = "";

    /// <summary>The id of the request that made it; null where there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What its payer does; null while nobody opened it.</summary>
    public PayerChoice? Choice { get; init; }

    /// <summary>When the payer does it.</summary>
    public DateTimeOffset? ActsAt { get; init; }

    /// <summary>Whether the payer has done it.</summary>
    public bool HasActed { get; init; }

    /// <summary>How often a question is still answered with pending, whatever was paid.</summary>
    public int PendingAnswers { get; init; }

    /// <summary>The questions that were asked about it.</summary>
    public int Questions { get; init; }

    /// <summary>The payments and failed attempts.</summary>
    public IReadOnlyList<BankTransaction> Transactions { get; init; } = [];

    /// <summary>The refunds.</summary>
    public IReadOnlyList<BankRefund> Refunds { get; init; } = [];

    /// <summary>The first payment; null when none was made.</summary>
    [JsonIgnore]
    public BankTransaction? Paid => Transactions.FirstOrDefault(transaction => transaction.IsPaid);

    /// <summary>Whether it can still be paid.</summary>
    public bool IsOpen(DateTimeOffset now) => Paid is null && (ExpiresAt is not { } end || now < end);

    /// <summary>What was refunded or is about to be, of one payment.</summary>
    public long RefundedOf(string transactionNo) =>
        Refunds.Where(refund => refund.TransactionNo == transactionNo && refund.Stage != RefundStage.Rejected).Sum(refund => refund.Amount);

    /// <summary>With one transaction changed.</summary>
    public BankOrderRecord With(string transactionNo, Func<BankTransaction, BankTransaction> change) =>
        this with { Transactions = [.. Transactions.Select(transaction => transaction.No == transactionNo ? change(transaction) : transaction)] };
}
