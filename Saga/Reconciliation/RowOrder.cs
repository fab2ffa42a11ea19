using System.Runtime.InteropServices;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// The order in which the rows of a group are looked at: by what they say, and only at last by their number, so that the order in which they came
/// never shows in a result.
/// </summary>
internal static class RowOrder
{
    public static int Compare(ReconciliationRow left, ReconciliationRow right)
    {
        var order = CompareContent(left, right);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }

    public static int CompareTime(ReconciliationRow left, ReconciliationRow right)
    {
        var order = left.Time.Value.CompareTo(right.Time.Value);
        return order != 0 ? order : Compare(left, right);
    }

    /// <summary>Within an amount by account: the rows without one come first.</summary>
    public static int CompareByAccount(ReconciliationRow left, ReconciliationRow right)
    {
        var order = left.Amount.CompareTo(right.Amount);
        if (order == 0) order = left.Account.Value.CompareTo(right.Account.Value);
        return order != 0 ? order : Compare(left, right);
    }

    /// <summary>Within an amount by the partner's number: the rows without one come first.</summary>
    public static int CompareByNumber(ReconciliationRow left, ReconciliationRow right)
    {
        var order = left.Amount.CompareTo(right.Amount);
        if (order == 0) order = left.Number.CompareTo(right.Number);
        return order != 0 ? order : Compare(left, right);
    }

    /// <summary>By what stays the same from day to day: neither how a row stands nor when it was last heard of.</summary>
    public static int CompareLasting(ReconciliationRow left, ReconciliationRow right)
    {
        var order = left.Amount.CompareTo(right.Amount);
        return order != 0 ? order : left.Id.CompareTo(right.Id);
    }

    public static Span<ReconciliationRow> Sort(List<ReconciliationRow> rows)
    {
        if (rows.Count > 1) rows.Sort(Compare);
        return CollectionsMarshal.AsSpan(rows);
    }

    /// <summary>Whether two rows differ in nothing but their numbers, ours and the partner's.</summary>
    public static bool SameContent(in ReconciliationRow left, in ReconciliationRow right) => left with { Id = right.Id, Number = right.Number } == right;

    private static int CompareContent(in ReconciliationRow left, in ReconciliationRow right)
    {
        var order = left.Amount.CompareTo(right.Amount);
        if (order == 0) order = ((int)left.Status).CompareTo((int)right.Status);
        if (order == 0) order = left.Account.Value.CompareTo(right.Account.Value);
        if (order == 0) order = left.Time.Value.CompareTo(right.Time.Value);
        if (order == 0) order = left.Reference.High.CompareTo(right.Reference.High);
        if (order == 0) order = left.Reference.Low.CompareTo(right.Reference.Low);
        return order != 0 ? order : ((int)left.Kind).CompareTo((int)right.Kind);
    }
}
