using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DichVuCong.Runtime.Identity;

/// <summary>
/// The ids of messages. What comes from outside gets a UUIDv7; an effect gets a UUIDv8 made of its cause's time prefix and a hash of
/// (cause, ordinal): a repeated decision gives the same ids, index locality stays, and the id is the partner's idempotency key.
/// </summary>
public static class DerivedId
{
    /// <summary>A new id for a message that no other message caused.</summary>
    public static Guid New(DateTimeOffset now) => Guid.CreateVersion7(now);

    /// <summary>The id of the effect number <paramref name="ordinal"/> of the message <paramref name="cause"/>.</summary>
    public static Guid Of(Guid cause, int ordinal)
    {
        Span<byte> input = stackalloc byte[20];
        cause.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[16..], ordinal);
        return Of(input, input[..6]);
    }

    /// <summary>The id of a clock's firing: the same however often the firing is repeated.</summary>
    public static Guid OfFiring(long saga, short clock, long serial, DateTimeOffset due)
    {
        Span<byte> input = stackalloc byte[18];
        BinaryPrimitives.WriteInt64BigEndian(input, saga);
        BinaryPrimitives.WriteInt16BigEndian(input[8..], clock);
        BinaryPrimitives.WriteInt64BigEndian(input[10..], serial);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, due.ToUnixTimeMilliseconds());
        return Of(input, time[2..]);
    }

    /// <summary>The time with which an id begins, to the millisecond: for an effect, that of what caused it first.</summary>
    public static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds((BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16) & 0xFFFF_FFFF_FFFF);
    }

    private static Guid Of(ReadOnlySpan<byte> input, ReadOnlySpan<byte> timePrefix)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        var id = hash[..16];
        timePrefix.CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80); // version 8: the layout is ours
        id[8] = (byte)((id[8] & 0x3F) | 0x80); // RFC 9562 variant
        return new Guid(id, bigEndian: true);
    }
}
