using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Bench.Reconciling;

/// <summary>
/// A day of so many transactions, each made anew from its number: one in a thousand is a fault of each class, and one in a thousand a match of each
/// harder kind. The statement tells them in another order than the ledger.
/// </summary>
internal sealed class PlantedRows(long transactions, ulong seed)
{
    public static readonly DateOnly Day = new(2026, 11, 20);
    private const int PerThousand = 1000;
    private const int Accounts = 5000;
    private const ulong Drawn = (1UL << 55) - 1;
    private const ulong Step = 1_000_000_007;
    private const uint OneDayBeforeCutOff = 23 * 3600;
    private static readonly uint Midnight = LocalSecond.Of(Day).Value;

    public long Transactions => transactions;

    /// <summary>Makes all rows of a side, chunk by chunk.</summary>
    /// <returns>How many rows were planted in each class.</returns>
    public long[] Make(RowSide side, ReadOnlyAction<ReconciliationRow> take)
    {
        var planted = new long[Enum.GetValues<ResultClass>().Length + 1];
        var chunk = new ReconciliationRow[8192];
        var filled = 0;
        for (ulong at = 0; at < (ulong)transactions; at++)
        {
            if (filled + 3 > chunk.Length)
            {
                take(chunk.AsSpan(0, filled));
                filled = 0;
            }

            if (side == RowSide.Ledger) Ledger(at, chunk, ref filled, planted);
            else Statement(((at * Step) + seed) % (ulong)transactions, chunk, ref filled, planted);
        }

        take(chunk.AsSpan(0, filled));
        return planted;
    }

    private void Ledger(ulong number, ReconciliationRow[] to, ref int filled, long[] planted)
    {
        var (row, mixed) = Ordinary(number);
        row = row with { Id = (long)number * 2 };
        switch ((Planted)(mixed % PerThousand))
        {
            case Planted.MissingHere: return;
            case Planted.RefundUnmatched when number % 2 == 0: return;
            case Planted.MissingAtBank: Add(ResultClass.MissingAtBank, row, to, ref filled, planted); return;
            case Planted.AmountDiffers: Add(ResultClass.AmountDiffers, row, to, ref filled, planted); return;
            case Planted.StatusDiffers: Add(ResultClass.StatusDiffers, row with { Status = RowStatus.Pending }, to, ref filled, planted); return;
            case Planted.RefundUnmatched: Add(ResultClass.RefundUnmatched, row with { Kind = RowKind.Refund, Amount = Vnd.Zero - row.Amount }, to, ref filled, planted); return;
            case Planted.ExpectedLater: Add(ResultClass.ExpectedLater, row with { Time = new(Midnight + OneDayBeforeCutOff + (uint)(number % 3600)) }, to, ref filled, planted); return;
            case Planted.NoReference: Add(ResultClass.Matched, row with { Amount = UniqueAmount(number) }, to, ref filled, planted); return;
            case Planted.Summed:
                row = row with { Kind = RowKind.Settlement, Account = UniqueAccount(number) };
                Add(ResultClass.Matched, row, to, ref filled, planted);
                Add(ResultClass.Matched, row with { Id = row.Id + 1, Reference = ReferenceKey.Ours64(261119, row.Reference.Low) }, to, ref filled, planted);
                return;
            default: Add(ResultClass.Matched, row, to, ref filled, planted); return;
        }
    }

    private void Statement(ulong number, ReconciliationRow[] to, ref int filled, long[] planted)
    {
        var (row, mixed) = Ordinary(number);
        row = row with { Id = (long)number * 4, Time = new(row.Time.Value + (uint)(mixed % 60)) };
        switch ((Planted)(mixed % PerThousand))
        {
            case Planted.MissingAtBank or Planted.ExpectedLater: return;
            case Planted.RefundUnmatched when number % 2 == 1: return;
            case Planted.MissingHere: Add(ResultClass.MissingHere, row, to, ref filled, planted); return;
            case Planted.AmountDiffers: Add(ResultClass.AmountDiffers, row with { Amount = row.Amount + new Vnd(1) }, to, ref filled, planted); return;
            case Planted.StatusDiffers: Add(ResultClass.StatusDiffers, row, to, ref filled, planted); return;
            case Planted.RefundUnmatched:
                Add(ResultClass.RefundUnmatched, row with { Kind = RowKind.Refund, Amount = Vnd.Zero - row.Amount }, to, ref filled, planted);
                return;
            case Planted.Duplicate:
                Add(ResultClass.Matched, row, to, ref filled, planted);
                Add(ResultClass.Duplicate, row with { Id = row.Id + 1 }, to, ref filled, planted);
                return;
            case Planted.Split:
                Add(ResultClass.Matched, row with { Amount = row.Amount - new Vnd(1) }, to, ref filled, planted);
                Add(ResultClass.Matched, row with { Id = row.Id + 1, Amount = new Vnd(1) }, to, ref filled, planted);
                return;
            case Planted.NoReference:
                Add(ResultClass.Matched, row with { Reference = ReferenceKey.None, Amount = UniqueAmount(number) }, to, ref filled, planted);
                return;
            case Planted.Summed:
                row = row with { Reference = ReferenceKey.None, Kind = RowKind.Settlement, Account = UniqueAccount(number), Amount = row.Amount + row.Amount };
                Add(ResultClass.Matched, row, to, ref filled, planted);
                return;
            default: Add(ResultClass.Matched, row, to, ref filled, planted); return;
        }
    }

    private (ReconciliationRow Row, ulong Mixed) Ordinary(ulong number)
    {
        var mixed = Mix(number + seed);
        var row = new ReconciliationRow(
            ReferenceKey.Ours64(261120, (number * 0x9E3779B97F4A7C15) & Drawn),
            0,
            new Vnd(10_000 + ((long)(mixed >> 20) % 200 * 5000)),
            new AccountKey(1 + ((mixed >> 32) % Accounts)),
            new LocalSecond(Midnight + (uint)((mixed >> 40) % (OneDayBeforeCutOff - 60))),
            RowKind.Payment,
            RowStatus.Done);
        return (row, mixed);
    }

    private static Vnd UniqueAmount(ulong number) => new(1_000_000_000 + (long)number);

    private static AccountKey UniqueAccount(ulong number) => new(1_000_000 + number);

    private static void Add(ResultClass found, in ReconciliationRow row, ReconciliationRow[] to, ref int filled, long[] planted)
    {
        to[filled++] = row;
        planted[(int)found]++;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>What a transaction is, by the rest of its mixed number over a thousand; every other rest is an ordinary match.</summary>
    private enum Planted
    {
        MissingAtBank = 0,
        MissingHere = 1,
        AmountDiffers = 2,
        StatusDiffers = 3,
        Duplicate = 4,
        RefundUnmatched = 5,
        ExpectedLater = 6,
        Split = 7,
        NoReference = 8,
        Summed = 9,
    }
}

/// <summary>Takes a chunk of rows.</summary>
internal delegate void ReadOnlyAction<T>(ReadOnlySpan<T> rows);
