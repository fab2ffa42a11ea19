using System.Runtime.InteropServices;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>One movement of money as one side tells it, in 48 bytes without a pointer: such rows can be written to a file as they lie in memory.</summary>
/// <param name="Reference">The reference that both sides know: ours, or the partner's where its statements carry no other.</param>
/// <param name="Id">The row's own number: unique on its side and the same in every run.</param>
/// <param name="Amount">Đồng; negative when the money left, on both sides alike.</param>
/// <param name="Account">The beneficiary's account.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Kind">What moved the money.</param>
/// <param name="Status">How it stands.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ReconciliationRow(
    ReferenceKey Reference, long Id, Vnd Amount, AccountKey Account, LocalSecond Time, RowKind Kind, RowStatus Status)
{
    /// <summary>
    /// A mark of the partner's number (<see cref="NumberMark"/>): it only says which of several alike rows of one reference belong together, and is
    /// no part of what a row says. 0 when none is known.
    /// </summary>
    public ushort Number { get; init; }
}
