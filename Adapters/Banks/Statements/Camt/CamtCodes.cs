using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Camt;

/// <summary>What a bank leaves to agreement in camt.053: inferred, and so settings.</summary>
public sealed record CamtCodes
{
    /// <summary>The codes of <c>BkTxCd/Prtry/Cd</c>, each with the direction it must have.</summary>
    public IReadOnlyList<KindCode> Kinds { get; init; } =
    [
        new("PAY", StatementKind.Payment, StatementDirection.Credit),
        new("REFUND", StatementKind.Refund, StatementDirection.Debit),
        new("SETTLE", StatementKind.Settlement, StatementDirection.Debit),
        new("FEE", StatementKind.Fee, StatementDirection.Debit),
    ];

    /// <summary>What a credit without any <c>BkTxCd</c> is; refused when null. Only for a bank whose account holds one kind of credits.</summary>
    public StatementKind? CreditKind { get; init; }

    /// <summary>What a debit without any <c>BkTxCd</c> is; refused when null.</summary>
    public StatementKind? DebitKind { get; init; }

    /// <summary>The largest entry in bytes: one that books a whole batch lists its transactions, and is held whole.</summary>
    public int MaximumEntryBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The namespace of the version in use.</summary>
    public string Namespace { get; init; } = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
}
