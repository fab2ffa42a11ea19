using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements.Swift;

/// <summary>What a bank leaves to agreement in MT940: inferred, and so settings.</summary>
public sealed record Mt940Codes
{
    /// <summary>The transaction types of <c>:61:</c>, each with the direction it must have; a line of another type is refused.</summary>
    public IReadOnlyList<KindCode> Kinds { get; init; } =
    [
        new("NTRF", StatementKind.Payment, StatementDirection.Credit),
        new("NRTI", StatementKind.Refund, StatementDirection.Debit),
        new("NMSC", StatementKind.Settlement, StatementDirection.Debit),
        new("NCHG", StatementKind.Fee, StatementDirection.Debit),
    ];

    /// <summary>Before our reference in <c>:86:</c>; it is two characters too long for the field of <c>:61:</c>.</summary>
    public string OurReferenceMark { get; init; } = "/ROC/";

    /// <summary>How a line ends.</summary>
    public string LineEnd { get; init; } = "\r\n";
}
