using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>Puts the rows of one part into their classes and tells the sink.</summary>
internal sealed class PartFindings(ReconciliationSettings settings, BankDays days, StageRoute route, RowScatter scatter, IReconciliationSink? sink)
{
    private const int Told = 1024;
    private readonly MatchedRows[] _matched = sink is null ? [] : new MatchedRows[Told];
    private int _untold;

    public ClassTotals Totals { get; } = new();

    /// <summary>One row each, with the same amount.</summary>
    /// <param name="ledger">Ours.</param>
    /// <param name="statement">The bank's.</param>
    /// <param name="basis">By which rule.</param>
    /// <param name="areOnly">Whether no other row has their reference. Beside others it is a guess which of them belong together, and a guess resolves nothing.</param>
    public void Pair(in ReconciliationRow ledger, in ReconciliationRow statement, MatchBasis basis, bool areOnly = false)
    {
        if (ledger.Status != statement.Status)
        {
            var resolution = areOnly && ledger.Amount == statement.Amount ? ResolutionOf(ledger, statement) : Resolution.None;
            Differ(ResultClass.StatusDiffers, new(in ledger), new(in statement), resolution);
            return;
        }

        Totals.Add(ResultClass.Matched, RowSide.Ledger, ledger);
        Totals.Add(ResultClass.Matched, RowSide.Statement, statement);
        Tell(new MatchedRows(ledger.Id, statement.Id, basis));
    }

    /// <summary>Several rows on one side that add up to the one of the other.</summary>
    public void Sum(ReadOnlySpan<ReconciliationRow> ledger, ReadOnlySpan<ReconciliationRow> statement, MatchBasis basis)
    {
        if (!HaveStatus(ledger, ledger[0].Status) || !HaveStatus(statement, ledger[0].Status))
        {
            Differ(ResultClass.StatusDiffers, ledger, statement);
            return;
        }

        foreach (ref readonly var mine in ledger)
        {
            Totals.Add(ResultClass.Matched, RowSide.Ledger, mine);
            foreach (ref readonly var theirs in statement) Tell(new MatchedRows(mine.Id, theirs.Id, basis));
        }

        foreach (ref readonly var theirs in statement) Totals.Add(ResultClass.Matched, RowSide.Statement, theirs);
    }

    /// <summary>A difference; the rows must stand in an order of their own.</summary>
    public void Differ(
        ResultClass found, ReadOnlySpan<ReconciliationRow> ledger, ReadOnlySpan<ReconciliationRow> statement, Resolution resolution = Resolution.None, int ordinal = 0)
    {
        foreach (ref readonly var row in ledger) Totals.Add(found, RowSide.Ledger, row);
        foreach (ref readonly var row in statement) Totals.Add(found, RowSide.Statement, row);
        if (sink is null) return;
        ref readonly var first = ref ledger.IsEmpty ? ref statement[0] : ref ledger[0];
        sink.Found(new Difference(
            DifferenceId.Of(settings.Partner, ledger, statement, ordinal), found, resolution, first.Kind, first.Reference, Ids(ledger), Ids(statement), Add(ledger), Add(statement)));
    }

    /// <summary>One difference for each row, told apart where rows say the very same.</summary>
    public void DifferEach(ResultClass found, RowSide side, ReadOnlySpan<ReconciliationRow> sorted)
    {
        var ordinal = 0;
        for (var at = 0; at < sorted.Length; at++)
        {
            ordinal = IsRepeated(side, sorted, at) ? ordinal + 1 : 0;
            DifferOne(found, side, sorted[at], ordinal);
        }
    }

    /// <summary>A stage has no counterpart for these rows: they go on, or are classed when no rule is left.</summary>
    public void Leave(Stage stage, RowSide side, ReadOnlySpan<ReconciliationRow> sorted)
    {
        var ordinal = 0;
        for (var at = 0; at < sorted.Length; at++)
        {
            ref readonly var row = ref sorted[at];
            ordinal = IsRepeated(side, sorted, at) ? ordinal + 1 : 0;
            var next = route.After(stage, side, row);
            if (next == Stage.None) DifferOne(ClassOf(side, row), side, row, ordinal);
            else scatter.Put(next, side, row);
        }
    }

    public void Finish()
    {
        if (_untold > 0) sink!.Matched(_matched.AsSpan(0, _untold));
        _untold = 0;
    }

    private void DifferOne(ResultClass found, RowSide side, in ReconciliationRow row, int ordinal)
    {
        if (side == RowSide.Ledger) Differ(found, new(in row), [], ordinal: ordinal);
        else Differ(found, [], new(in row), ordinal: ordinal);
    }

    private ResultClass ClassOf(RowSide side, in ReconciliationRow row)
    {
        if (days.IsExpectedLater(row.Time)) return ResultClass.ExpectedLater;
        if (row.Kind == RowKind.Refund) return ResultClass.RefundUnmatched;
        return side == RowSide.Ledger ? ResultClass.MissingAtBank : ResultClass.MissingHere;
    }

    private void Tell(MatchedRows rows)
    {
        if (sink is null) return;
        _matched[_untold++] = rows;
        if (_untold == Told) Finish();
    }

    private Resolution ResolutionOf(in ReconciliationRow ledger, in ReconciliationRow statement)
    {
        foreach (var rule in settings.Resolutions)
        {
            if (rule.Kind == ledger.Kind && rule.Here == ledger.Status && rule.AtBank == statement.Status) return rule.Resolution;
        }

        return Resolution.None;
    }

    /// <summary>Whether a row says the same as the one before it. Rows of ours are told apart by their number.</summary>
    private static bool IsRepeated(RowSide side, ReadOnlySpan<ReconciliationRow> sorted, int at) =>
        side == RowSide.Statement && at > 0 && RowOrder.SameContent(sorted[at], sorted[at - 1]);

    private static bool HaveStatus(ReadOnlySpan<ReconciliationRow> rows, RowStatus status)
    {
        foreach (ref readonly var row in rows)
        {
            if (row.Status != status) return false;
        }

        return true;
    }

    private static long[] Ids(ReadOnlySpan<ReconciliationRow> rows)
    {
        var ids = new long[rows.Length];
        for (var at = 0; at < ids.Length; at++) ids[at] = rows[at].Id;
        return ids;
    }

    internal static Vnd Add(ReadOnlySpan<ReconciliationRow> rows)
    {
        var sum = Vnd.Zero;
        foreach (ref readonly var row in rows) sum += row.Amount;
        return sum;
    }
}
