namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>A reversal goes the other way than what it reverses. It has kinds of its own, so that one is never taken for a movement in its own right.</summary>
public static class Reversals
{
    private static readonly (StatementKind Kind, StatementKind Reversal)[] Pairs =
    [
        (StatementKind.Payment, StatementKind.PaymentReversal),
        (StatementKind.Refund, StatementKind.RefundReversal),
        (StatementKind.Settlement, StatementKind.SettlementReversal),
        (StatementKind.Fee, StatementKind.FeeReversal),
    ];

    /// <summary>The kind of what reverses a movement of this kind.</summary>
    public static StatementKind Reversal(this StatementKind kind) => Pairs.First(pair => pair.Kind == kind).Reversal;

    /// <summary>Whether something is reversed.</summary>
    public static bool IsReversal(this StatementKind kind) => Pairs.Any(pair => pair.Reversal == kind);

    /// <summary>The other way.</summary>
    public static StatementDirection Opposite(this StatementDirection direction) => direction == StatementDirection.Credit ? StatementDirection.Debit : StatementDirection.Credit;

    /// <summary>The kind and way of what a line reverses; its own when it reverses nothing.</summary>
    public static (StatementKind Kind, StatementDirection Direction) Original(this StatementLine line) =>
        line.Kind.IsReversal() ? (Pairs.First(pair => pair.Reversal == line.Kind).Kind, line.Direction.Opposite()) : (line.Kind, line.Direction);
}
