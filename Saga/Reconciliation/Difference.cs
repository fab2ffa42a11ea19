using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>Rows that are not matched, or that only the next day can match.</summary>
/// <param name="Id">Its name, the same in every run.</param>
/// <param name="Class">What is wrong.</param>
/// <param name="Resolution">What may be done about it without asking.</param>
/// <param name="Kind">What moved the money.</param>
/// <param name="Reference">The reference of its first row.</param>
/// <param name="Ledger">The numbers of our rows in it.</param>
/// <param name="Statement">The numbers of the bank's rows in it.</param>
/// <param name="LedgerAmount">What our rows add up to.</param>
/// <param name="StatementAmount">What the bank's rows add up to.</param>
public sealed record Difference(
    DifferenceId Id,
    ResultClass Class,
    Resolution Resolution,
    RowKind Kind,
    ReferenceKey Reference,
    IReadOnlyList<long> Ledger,
    IReadOnlyList<long> Statement,
    Vnd LedgerAmount,
    Vnd StatementAmount);
