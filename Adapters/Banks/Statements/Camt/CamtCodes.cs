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

    /// <summary>What an entry without a code is, by its direction.</summary>
    public StatementKind CreditKind { get; init; } = StatementKind.Payment;

    /// <summary>What an entry without a code is when it is a debit.</summary>
    public StatementKind DebitKind { get; init; } = StatementKind.Settlement;

    /// <summary>The namespace of the version in use.</summary>
    public string Namespace { get; init; } = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
}
