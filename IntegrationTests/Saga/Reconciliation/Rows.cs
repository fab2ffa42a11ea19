using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Saga.Tests.Reconciliation;

/// <summary>Rows of a day, and the run over them.</summary>
internal static class Rows
{
    public static readonly DateOnly Day = new(2026, 11, 20);
    public static readonly ReconciliationSettings Settings = new() { Partner = "NAPAS", Day = Day, Partitions = 4 };
    private static readonly AccountKey Treasury = AccountKey.Of("3511.0.1054321.00000");

    public static ReconciliationRow Row(
        long id, string? reference, long amount = 50_000, RowKind kind = RowKind.Payment, RowStatus status = RowStatus.Done, string at = "10:00:00", string? account = null) =>
        new(
            ReferenceKey.Of(reference),
            id,
            new Vnd(amount),
            account is null ? Treasury : AccountKey.Of(account),
            LocalSecond.Of(VietnamTime.At(Day, TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture))),
            kind,
            status);

    public static (ReconciliationResult Result, DifferenceList Found) Run(
        IEnumerable<ReconciliationRow> ledger, IEnumerable<ReconciliationRow> statement, ReconciliationSettings? settings = null, PartLoop? loop = null)
    {
        var found = new DifferenceList();
        var run = new ReconciliationRun(settings ?? Settings, new MemoryRowStore(), found);
        using (var feed = run.Feed(RowSide.Ledger)) feed.Add(ledger.ToArray());
        using (var feed = run.Feed(RowSide.Statement)) feed.Add(statement.ToArray());
        return (run.Match(loop), found);
    }

    /// <summary>The counts of the classes that have rows: (class, ours, the bank's).</summary>
    public static (ResultClass Class, long Ledger, long Statement)[] Counts(this ReconciliationResult result) =>
        [.. result.Classes.Where(total => total.Ledger.Count + total.Statement.Count > 0).Select(total => (total.Class, total.Ledger.Count, total.Statement.Count))];

    /// <summary>A text of everything that a run found.</summary>
    public static string Text(this (ReconciliationResult Result, DifferenceList Found) run) => string.Join(
        '\n',
        run.Result.Classes.Select(total => total.ToString())
            .Concat(run.Found.Matches.Select(match => match.ToString()))
            .Concat(run.Found.Differences.Select(each => $"{each.Id} {each.Class} {each.Resolution} {string.Join(',', each.Ledger)} {string.Join(',', each.Statement)} {each.LedgerAmount} {each.StatementAmount}")));
}
