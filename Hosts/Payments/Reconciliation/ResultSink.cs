using System.Buffers.Binary;
using System.Numerics;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>
/// Takes what a run finds: writes it when it has somewhere to, and keeps a digest of it that does not depend on the order in which it came. It holds
/// no more than a few thousand rows.
/// </summary>
/// <param name="results">Where it is written; null for a repetition, which only proves that it finds the same.</param>
internal sealed class ResultSink(RunResults? results) : IReconciliationSink
{
    private const int Buffered = 5000;

    private readonly Lock _lock = new();
    private readonly List<(long, long, byte)> _matches = new(Buffered);
    private readonly List<StoredFinding> _findings = [];
    private ulong _first;
    private ulong _second;

    public void Matched(ReadOnlySpan<MatchedRows> rows)
    {
        lock (_lock)
        {
            foreach (ref readonly var row in rows)
            {
                Digest((ulong)row.Ledger, (ulong)row.Statement, (ulong)row.Basis);
                if (results is not null) _matches.Add((row.Ledger, row.Statement, (byte)row.Basis));
            }

            if (_matches.Count >= Buffered) FlushMatches();
        }
    }

    public void Found(Difference difference)
    {
        lock (_lock)
        {
            Digest(difference.Id.High, difference.Id.Low, 0x100UL | ((ulong)difference.Class << 16) | ((ulong)difference.Resolution << 24));
            foreach (var row in difference.Ledger) Digest(difference.Id.Low, (ulong)row, 0x200UL);
            foreach (var row in difference.Statement) Digest(difference.Id.Low, (ulong)row, 0x300UL);
            if (results is null) return;
            _findings.Add(new StoredFinding(
                difference.Id.ToString(), (byte)difference.Class, (byte)difference.Resolution, (byte)difference.Kind, (byte)ActionOf(difference),
                difference.LedgerAmount.Amount, difference.StatementAmount.Amount, difference.Ledger, difference.Statement));
            if (_findings.Count >= Buffered) FlushFindings();
        }
    }

    /// <summary>Writes what is still buffered, and gives the digest of all, with the totals in it.</summary>
    public string Finish(ReconciliationResult result)
    {
        lock (_lock)
        {
            FlushMatches();
            FlushFindings();
            foreach (var total in result.Classes)
            {
                Digest((ulong)total.Class, (ulong)total.Ledger.Count, (ulong)total.Ledger.Amount.Amount);
                Digest((ulong)total.Class | 0x400UL, (ulong)total.Statement.Count, (ulong)total.Statement.Amount.Amount);
            }

            Span<byte> digest = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(digest, _first);
            BinaryPrimitives.WriteUInt64BigEndian(digest[8..], _second);
            return Convert.ToHexStringLower(digest);
        }
    }

    private static FindingAction ActionOf(Difference difference) => difference switch
    {
        { Class: ResultClass.ExpectedLater } => FindingAction.Waits,
        { Resolution: Resolution.ConfirmPayment } => FindingAction.ConfirmPayment,
        { Resolution: Resolution.ConfirmRefund } => FindingAction.AwaitRefund,
        _ => FindingAction.Inquiry,
    };

    /// <summary>Adds two independent mixes of a fact: a sum does not depend on the order.</summary>
    private void Digest(ulong one, ulong two, ulong three)
    {
        var mixed = Mix(one + Mix(two + Mix(three)));
        unchecked
        {
            _first += mixed;
            _second += Mix(mixed ^ BitOperations.RotateLeft(one, 17) ^ (two * 0x9E3779B97F4A7C15));
        }
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    private void FlushMatches()
    {
        results?.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_matches));
        _matches.Clear();
    }

    private void FlushFindings()
    {
        results?.Add(_findings);
        _findings.Clear();
    }
}
