using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Bench.Reconciling;

/// <summary>Takes everything a run finds and keeps a digest of it that does not depend on the order in which it came.</summary>
internal sealed class DigestSink : IReconciliationSink
{
    private ulong _digest;
    private long _differences;

    public ulong Digest => Interlocked.Read(ref _digest);

    public long Differences => Interlocked.Read(ref _differences);

    public void Matched(ReadOnlySpan<MatchedRows> rows)
    {
        var sum = 0UL;
        foreach (ref readonly var row in rows)
        {
            var mixed = ((ulong)row.Ledger * 0x9E3779B97F4A7C15) ^ ((ulong)row.Statement * 0xBF58476D1CE4E5B9);
            sum += Spread(mixed ^ (ulong)row.Basis);
        }

        Interlocked.Add(ref _digest, sum);
    }

    public void Found(Difference difference)
    {
        // The id says which rows they are; what was found about them must be the same in every round too.
        var found = ((ulong)difference.Class << 8) | (ulong)difference.Resolution;
        Interlocked.Add(ref _digest, Spread(difference.Id.High ^ difference.Id.Low ^ (found * 0xBF58476D1CE4E5B9)));
        Interlocked.Increment(ref _differences);
    }

    private static ulong Spread(ulong mixed) => (mixed ^ (mixed >> 29)) * 0x94D049BB133111EB;
}
