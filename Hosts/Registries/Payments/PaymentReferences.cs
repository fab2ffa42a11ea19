using System.Buffers.Binary;
using System.Security.Cryptography;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Payments;

/// <summary>
/// Draws payment references (decisions, Payments): the day and 55 bits at random. Nothing is counted, so that no reference tells how many there
/// are or leads to another, hosts need not meet, and a database that was restored gives none of the lost ones out again. Among the references
/// of a day with a million orders, two are alike once in some 70,000 days; the order's row is the judge
/// (<see cref="PaymentConstraints.Reference"/>), and the door draws again.
/// </summary>
public sealed class PaymentReferences
{
    /// <summary>A reference of a day in Asia/Ho_Chi_Minh.</summary>
    public PaymentReference Next(DateOnly day) => PaymentReference.Of(day, Draw());

    /// <summary>What makes a reference unique, for <c>ObligationSplit.OrdersOf</c>.</summary>
    public ulong Draw()
    {
        Span<byte> drawn = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(drawn);
        return BinaryPrimitives.ReadUInt64LittleEndian(drawn);
    }
}
