using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>
/// A reference in 16 bytes, so that millions are compared without a text. One of ours is packed whole: two of them are never mistaken for one
/// another. Any other is cut from its SHA-256, and the uppermost byte keeps the two kinds apart.
/// </summary>
/// <param name="High">The upper half; 0 only when there is no reference.</param>
/// <param name="Low">The lower half.</param>
public readonly record struct ReferenceKey(ulong High, ulong Low)
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const ulong Ours = 1UL << 56;
    private const ulong Foreign = 2UL << 56;
    private const ulong BelowKind = Ours - 1;
    private const int DayEnd = 7;
    private const int BitsPerDigit = 5;

    /// <summary>No reference.</summary>
    public static ReferenceKey None => default;

    /// <summary>Whether there is no reference.</summary>
    public bool IsNone => High == 0;

    /// <summary>The key of an order's reference.</summary>
    public static ReferenceKey Of(PaymentReference reference)
    {
        var text = reference.Value;
        var (day, drawn) = (0UL, 0UL);
        for (var at = 1; at < DayEnd; at++) day = (day * 10) + (uint)(text[at] - '0');
        for (var at = DayEnd; at < text.Length; at++) drawn = (drawn << BitsPerDigit) | (uint)Digits.IndexOf(text[at], StringComparison.Ordinal);
        return Ours64(day, drawn);
    }

    /// <summary>The key of any reference as it stands in a statement; <see cref="None"/> for an empty one.</summary>
    public static ReferenceKey Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return None;
        if (PaymentReference.TryParse(text, out var reference)) return Of(reference);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return new(Foreign | (BinaryPrimitives.ReadUInt64BigEndian(hash) & BelowKind), BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(8)));
    }

    /// <summary>The key of the order of a day with what was drawn for it.</summary>
    /// <param name="day">yyMMdd as a number.</param>
    /// <param name="drawn">The 55 bits of the reference's last eleven characters.</param>
    public static ReferenceKey Ours64(ulong day, ulong drawn) => new(Ours | day, drawn);
}
