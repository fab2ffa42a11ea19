namespace DichVuCong.Saga.Reconciliation;

/// <summary>Adds rows up by class and side; one for each part that is matched, joined at the end.</summary>
internal sealed class ClassTotals
{
    private static readonly int Classes = Enum.GetValues<ResultClass>().Length + 1;
    private readonly Tally[] _tallies = new Tally[Classes * 2];

    public Tally Of(ResultClass found, RowSide side) => _tallies[Slot(found, side)];

    public void Add(ResultClass found, RowSide side, in ReconciliationRow row)
    {
        ref var tally = ref _tallies[Slot(found, side)];
        tally += Tally.Of(row);
    }

    public void Add(ClassTotals other)
    {
        for (var slot = 0; slot < _tallies.Length; slot++) _tallies[slot] += other._tallies[slot];
    }

    private static int Slot(ResultClass found, RowSide side) => ((int)found * 2) + (int)side;
}
