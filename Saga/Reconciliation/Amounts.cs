using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>Whether amounts are the same within the partner's tolerance.</summary>
internal readonly struct Amounts(Vnd tolerance)
{
    public bool AreSame(Vnd left, Vnd right) => left == right || (tolerance > Vnd.Zero && Distance(left, right) <= tolerance);

    public bool AreSame(ReadOnlySpan<ReconciliationRow> left, ReadOnlySpan<ReconciliationRow> right) => AreSame(PartFindings.Add(left), PartFindings.Add(right));

    private static Vnd Distance(Vnd left, Vnd right) => left < right ? right - left : left - right;
}
