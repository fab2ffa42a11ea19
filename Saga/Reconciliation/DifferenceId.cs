using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// The name of a difference, made of what its rows say: the same rows are the same difference in a repeated run, in the run of the next day, and
/// when the bank sends its file once more with other line numbers. A row of ours may stand differently the next day, or have got a time: neither
/// is part of the name.
/// </summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
public readonly record struct DifferenceId(ulong High, ulong Low)
{
    private const int RowBytes = 48;
    private const int MaximumOnStack = 32;

    /// <summary>Makes the id.</summary>
    /// <param name="partner">The partner's code.</param>
    /// <param name="ledger">Our rows, in any order.</param>
    /// <param name="statement">The bank's rows, in an order that depends on nothing but themselves.</param>
    /// <param name="ordinal">How many differences with the very same content come before it.</param>
    internal static DifferenceId Of(string partner, ReadOnlySpan<ReconciliationRow> ledger, ReadOnlySpan<ReconciliationRow> statement, int ordinal)
    {
        var count = ledger.Length + statement.Length;
        var partnerBytes = Encoding.UTF8.GetByteCount(partner);
        var length = partnerBytes + 8 + (count * RowBytes);
        Span<byte> text = length <= MaximumOnStack * RowBytes ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(partner, text);
        BinaryPrimitives.WriteInt32BigEndian(text[partnerBytes..], ledger.Length);
        BinaryPrimitives.WriteInt32BigEndian(text[(partnerBytes + 4)..], ordinal);
        var rest = text[(partnerBytes + 8)..];
        foreach (var row in Lasting(ledger))
        {
            Write(rest, row with { Account = default, Time = default, Status = default }, row.Id);
            rest = rest[RowBytes..];
        }

        // A bank's line has no number of its own that would outlive a second transmission.
        foreach (var row in statement)
        {
            Write(rest, row, 0);
            rest = rest[RowBytes..];
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }

    /// <summary>As people and systems write it: 32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";

    private static ReadOnlySpan<ReconciliationRow> Lasting(ReadOnlySpan<ReconciliationRow> ledger)
    {
        if (ledger.Length < 2) return ledger;
        var sorted = ledger.ToArray();
        Array.Sort(sorted, RowOrder.CompareLasting);
        return sorted;
    }

    private static void Write(Span<byte> to, in ReconciliationRow row, long id)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, row.Reference.High);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], row.Reference.Low);
        BinaryPrimitives.WriteInt64BigEndian(to[16..], id);
        BinaryPrimitives.WriteInt64BigEndian(to[24..], row.Amount.Amount);
        BinaryPrimitives.WriteUInt64BigEndian(to[32..], row.Account.Value);
        BinaryPrimitives.WriteUInt32BigEndian(to[40..], row.Time.Value);
        BinaryPrimitives.WriteInt32BigEndian(to[44..], ((int)row.Kind << 8) | (int)row.Status);
    }
}
