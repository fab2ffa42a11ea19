namespace DichVuCong.Saga.Reconciliation;

/// <summary>Whether rows may be about the same account: a row that names none may be about any.</summary>
internal readonly struct SameAccount(bool isCompared)
{
    public bool MayBe(in ReconciliationRow left, in ReconciliationRow right) =>
        !isCompared || left.Account == right.Account || left.Account == default || right.Account == default;

    /// <summary>Whether no two of them name different accounts.</summary>
    public bool MayBe(ReadOnlySpan<ReconciliationRow> left, ReadOnlySpan<ReconciliationRow> right)
    {
        var named = default(AccountKey);
        return !isCompared || (Agree(left, ref named) && Agree(right, ref named));
    }

    private static bool Agree(ReadOnlySpan<ReconciliationRow> rows, ref AccountKey named)
    {
        foreach (ref readonly var row in rows)
        {
            if (named == default) named = row.Account;
            else if (row.Account != default && row.Account != named) return false;
        }

        return true;
    }
}
