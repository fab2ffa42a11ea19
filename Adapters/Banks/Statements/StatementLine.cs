using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>What a bank's line tells of.</summary>
public enum StatementKind : byte
{
    /// <summary>A payment of an order.</summary>
    Payment = 1,

    /// <summary>Money that went back to a payer.</summary>
    Refund = 2,

    /// <summary>Money passed on to a beneficiary's account.</summary>
    Settlement = 3,

    /// <summary>The bank's fee.</summary>
    Fee = 4,

    /// <summary>A payment that the bank took back: no refund, since nobody asked for one.</summary>
    PaymentReversal = 5,

    /// <summary>A refund that came back.</summary>
    RefundReversal = 6,

    /// <summary>A settlement that came back: no payment.</summary>
    SettlementReversal = 7,

    /// <summary>A fee that the bank gave back.</summary>
    FeeReversal = 8,
}

/// <summary>Which way the money went on the account of the statement.</summary>
public enum StatementDirection : byte
{
    /// <summary>It came in.</summary>
    Credit = 1,

    /// <summary>It went out.</summary>
    Debit = 2,
}

/// <summary>One movement of a bank's reconciliation file, whatever the file's family (A25). It holds nothing about the payer.</summary>
public sealed record StatementLine
{
    /// <summary>The line of the file in which it begins, from 1.</summary>
    public required long LineNumber { get; init; }

    /// <summary>What it tells of.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The bank's own reference.</summary>
    public required string PartnerReference { get; init; }

    /// <summary>Our reference, when the file carries it.</summary>
    public string? OurReference { get; init; }

    /// <summary>How much, never negative.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>Which way.</summary>
    public required StatementDirection Direction { get; init; }

    /// <summary>When it happened; null when the file names only days.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The bank's day to which it belongs.</summary>
    public required DateOnly BankDate { get; init; }

    /// <summary>The beneficiary's account, or the terminal where the file names no account.</summary>
    public required string Account { get; init; }

    /// <summary>The bank's status code as it stands in the file.</summary>
    public string Status { get; init; } = "";
}
