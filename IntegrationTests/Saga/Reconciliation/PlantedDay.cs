using DichVuCong.Saga.Reconciliation;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Reconciliation;

/// <summary>A day of which is known, row by row, in which class each must be found.</summary>
internal sealed record PlantedDay(
    IReadOnlyList<ReconciliationRow> Ledger, IReadOnlyList<ReconciliationRow> Statement, IReadOnlyDictionary<(RowSide Side, long Id), ResultClass> Classes)
{
    private delegate void Plant(Planting to, string reference, long amount);

    private static readonly Plant[] Plants =
    [
        (to, reference, amount) => to.Put(ResultClass.Matched, [(reference, amount)], [(reference, amount)]),
        (to, reference, amount) => to.Put(ResultClass.MissingAtBank, [(reference, amount)], []),
        (to, reference, amount) => to.Put(ResultClass.MissingHere, [], [(reference, amount)]),
        (to, reference, amount) => to.Put(ResultClass.AmountDiffers, [(reference, amount)], [(reference, amount + 1)]),
        (to, reference, amount) => to.Put(ResultClass.StatusDiffers, [(reference, amount)], [(reference, amount)], here: RowStatus.Pending),
        (to, reference, amount) => to.Put(ResultClass.RefundUnmatched, [(reference, -amount)], [], RowKind.Refund),
        (to, reference, amount) => to.Put(ResultClass.RefundUnmatched, [], [(reference, -amount)], RowKind.Refund),
        (to, reference, amount) => to.Put(ResultClass.ExpectedLater, [(reference, amount)], [], at: "23:30:00"),
        (to, reference, amount) => to.Put(ResultClass.Matched, [(reference, amount)], [(reference, amount - 10), (reference, 10)]),
        (to, reference, amount) => to.Put(ResultClass.Matched, [(reference, amount - 10), (reference, 10)], [(reference, amount)]),
        (to, reference, amount) => to.Put(ResultClass.Matched, [(reference, amount)], [(null, amount)]),
        (to, reference, amount) =>
        {
            to.Put(ResultClass.Matched, [(reference, amount)], [(reference, amount)]);
            to.Put(ResultClass.Duplicate, [], [(reference, amount)]);
        },
        (to, reference, amount) =>
        {
            to.Put(ResultClass.Matched, [(reference, amount)], [(reference, amount)]);
            to.Put(ResultClass.Duplicate, [(reference, amount)], [], here: RowStatus.Pending, at: "10:00:00");
        },
        (to, reference, amount) =>
        {
            to.Put(ResultClass.Matched, [(reference, amount)], [(reference, amount)]);
            to.Put(ResultClass.Duplicate, [], [(reference, amount)], there: RowStatus.Failed, at: "10:00:00");
        },
        (to, reference, amount) =>
        {
            to.Put(ResultClass.Matched, [(reference, amount)], [(reference, amount)]);
            to.Put(ResultClass.StatusDiffers, [(reference, amount)], [(reference, amount)], here: RowStatus.Unknown, there: RowStatus.Failed, at: "10:00:00");
        },
        (to, reference, amount) =>
        {
            to.Put(ResultClass.MissingAtBank, [(reference, amount)], [], account: "1");
            to.Put(ResultClass.MissingHere, [], [(reference, amount)], account: "2");
        },
        (to, reference, amount) =>
            to.Put(ResultClass.Matched, [(reference, -amount), (reference + "b", -1)], [(null, -amount - 1)], RowKind.Settlement, account: $"acct {reference}"),
    ];

    /// <summary>Days of up to some hundred cases.</summary>
    public static Gen<PlantedDay> Days =>
        from cases in Gen.Choose(0, Plants.Length - 1).ArrayOf()
        select Of(cases);

    private static PlantedDay Of(int[] cases)
    {
        var to = new Planting();
        // Amounts of their own keep the cases apart where a rule looks at amounts instead of references.
        for (var at = 0; at < cases.Length; at++) Plants[cases[at]](to, $"case {at}", 1_000_000 + (at * 100));
        return new PlantedDay(to.Ledger, to.Statement, to.Classes);
    }

    private sealed class Planting
    {
        private long _last;

        public List<ReconciliationRow> Ledger { get; } = [];

        public List<ReconciliationRow> Statement { get; } = [];

        public Dictionary<(RowSide Side, long Id), ResultClass> Classes { get; } = [];

        public void Put(
            ResultClass found,
            (string? Reference, long Amount)[] ledger,
            (string? Reference, long Amount)[] statement,
            RowKind kind = RowKind.Payment,
            RowStatus here = RowStatus.Done,
            RowStatus there = RowStatus.Done,
            string at = "11:00:00",
            string? account = null)
        {
            foreach (var (reference, amount) in ledger) Add(Ledger, RowSide.Ledger, Rows.Row(++_last, reference, amount, kind, here, at, account));
            foreach (var (reference, amount) in statement) Add(Statement, RowSide.Statement, Rows.Row(++_last, reference, amount, kind, there, at, account));

            void Add(List<ReconciliationRow> rows, RowSide side, ReconciliationRow row)
            {
                rows.Add(row);
                Classes.Add((side, row.Id), found);
            }
        }
    }
}
