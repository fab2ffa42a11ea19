using System.Text;

namespace DichVuCong.Runtime.Lanes;

/// <summary>
/// Every key lies in one of 64 lanes, for ever and alike for every endpoint: only the transaction that holds a lane's lock touches the
/// sagas, clocks and messages of its keys.
/// </summary>
public static class Lane
{
    /// <summary>The number of lanes. It is part of the stored data and never changes.</summary>
    public const int Count = 64;

    /// <summary>The namespace of the lanes' advisory locks.</summary>
    internal const int LockSpace = 0x44564C4E; // "DVLN"

    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The lane of a key: 32-bit FNV-1a of its UTF-8 bytes, modulo 64.</summary>
    public static short Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> utf8 = stackalloc byte[256];
        var length = Encoding.UTF8.GetMaxByteCount(key.Length) <= utf8.Length
            ? Encoding.UTF8.GetBytes(key, utf8)
            : -1;
        return length >= 0 ? Of(utf8[..length]) : Of(Encoding.UTF8.GetBytes(key));
    }

    private static short Of(ReadOnlySpan<byte> utf8)
    {
        var hash = OffsetBasis;
        foreach (var octet in utf8) hash = (hash ^ octet) * Prime;
        return (short)(hash % Count);
    }
}
