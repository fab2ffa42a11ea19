using System.Text.Json;
using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>A ledger is finished with the number 99; of a finished one only that number stays.</summary>
internal sealed class SmallLedger : IShrunkForm<LedgerState>
{
    public const int End = 99;

    public LedgerState? Shrink(LedgerState state) => !state.IsSmall && state.Numbers.Contains(End) ? new LedgerState { Numbers = [End], IsSmall = true } : null;

    public bool IsShrunk(LedgerState state) => state.IsSmall;

    public bool IsWritten(ReadOnlySpan<byte> state) => state is [1, ..];

    public byte[] Write(LedgerState state) => [1, .. JsonSerializer.SerializeToUtf8Bytes(state, LedgerJson.Default.LedgerState)];

    public LedgerState Read(ReadOnlySpan<byte> state) => JsonSerializer.Deserialize(state[1..], LedgerJson.Default.LedgerState)! with { IsSmall = true };
}
