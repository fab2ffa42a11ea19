using System.Text;
using DichVuCong.Contracts;

namespace DichVuCong.Saga.Shrinking;

/// <summary>
/// Writes values into few bytes, and reads them again: what is written and what is read is said once. Every method takes the value that is written
/// and returns the value that stands there; a reader's argument is not looked at.
/// </summary>
/// <remarks>
/// Numbers are 7 bits a byte, the lowest first, the top bit saying that more follow; signed ones with the sign in the lowest bit. Texts and instants
/// are numbered as they first come, and a later one that is the same is its number; a new instant is its distance in seconds from the one before.
/// </remarks>
internal sealed class SmallCodec
{
    private static readonly DateTimeOffset Epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<byte>? _written;
    private readonly byte[] _bytes;
    private readonly List<DateTimeOffset> _instants = [];
    private readonly List<string> _texts = [];
    private int _place;

    private SmallCodec(List<byte>? written, byte[] bytes) => (_written, _bytes) = (written, bytes);

    /// <summary>What was written.</summary>
    public byte[] Written => [.. _written!];

    private bool Writes => _written is not null;

    /// <summary>Begins to write.</summary>
    /// <param name="mark">The first byte: which form follows.</param>
    public static SmallCodec ToWrite(byte mark) => new([mark], []);

    /// <summary>Begins to read behind the mark.</summary>
    public static SmallCodec ToRead(ReadOnlySpan<byte> bytes) => new(written: null, bytes.ToArray()) { _place = 1 };

    public ulong Unsigned(ulong value)
    {
        if (Writes)
        {
            var rest = value;
            for (; rest > 0x7F; rest >>= 7) _written!.Add((byte)(rest | 0x80));
            _written!.Add((byte)rest);
            return value;
        }

        var (read, shift) = (0UL, 0);
        while (true)
        {
            var octet = _bytes[_place++];
            read |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80) return read;
            shift += 7;
        }
    }

    public long Number(long value)
    {
        var folded = Unsigned((ulong)((value << 1) ^ (value >> 63)));
        return (long)(folded >> 1) ^ -(long)(folded & 1);
    }

    public int Small(int value) => (int)Number(value);

    public bool Bit(bool value) => Unsigned(value ? 1UL : 0UL) == 1;

    public uint Fixed(uint value)
    {
        if (Writes)
        {
            _written!.AddRange([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
            return value;
        }

        var read = ((uint)_bytes[_place] << 24) | ((uint)_bytes[_place + 1] << 16) | ((uint)_bytes[_place + 2] << 8) | _bytes[_place + 3];
        _place += 4;
        return read;
    }

    /// <summary>An instant in whole seconds.</summary>
    public DateTimeOffset? Instant(DateTimeOffset? value)
    {
        // 0: none; k: the k-th that came; one more than have come: a new one.
        var known = value is { } at ? _instants.IndexOf(at) : -1;
        var place = (int)Unsigned(value is null ? 0UL : known >= 0 ? (ulong)known + 1 : (ulong)_instants.Count + 1);
        if (place == 0) return null;
        if (place <= _instants.Count) return _instants[place - 1];
        var before = _instants.Count == 0 ? Epoch : _instants[^1];
        var seconds = Number(value is { } written ? written.ToUnixTimeSeconds() - before.ToUnixTimeSeconds() : 0);
        var instant = VietnamTime.Local(before.AddSeconds(seconds));
        _instants.Add(instant);
        return instant;
    }

    /// <summary>A text; <paramref name="expected"/> costs one byte, as does one that came before.</summary>
    public string? Text(string? value, params ReadOnlySpan<string> expected)
    {
        foreach (var text in expected)
        {
            if (!_texts.Contains(text, StringComparer.Ordinal)) _texts.Add(text);
        }

        var known = value is null ? -1 : _texts.IndexOf(value);
        var place = (int)Unsigned(value is null ? 0UL : known >= 0 ? (ulong)known + 1 : (ulong)_texts.Count + 1);
        if (place == 0) return null;
        if (place <= _texts.Count) return _texts[place - 1];
        var bytes = Writes ? Encoding.UTF8.GetBytes(value!) : [];
        var length = (int)Unsigned((ulong)bytes.Length);
        if (Writes) _written!.AddRange(bytes);
        else value = Encoding.UTF8.GetString(_bytes, _place, length);
        _place += length;
        _texts.Add(value!);
        return value;
    }

    /// <summary>A list.</summary>
    public IReadOnlyList<T> List<T>(IReadOnlyList<T>? values, Func<T?, T> item)
    {
        var count = (int)Unsigned((ulong)(values?.Count ?? 0));
        var items = new T[count];
        for (var index = 0; index < count; index++) items[index] = item(Writes ? values![index] : default);
        return items;
    }

    /// <summary>Something that was added to the end of a form later: what was written before it, or without it, has no byte of it.</summary>
    public T? Later<T>(T? value, Func<T?, T> item)
        where T : class => (Writes ? value is null : _place == _bytes.Length) ? null : item(value);

    /// <summary>A number that was added to the end of a form later; 0 has no byte of it.</summary>
    public int LaterSmall(int value) => (Writes ? value == 0 : _place == _bytes.Length) ? 0 : Small(value);

    /// <summary>Something that may be missing.</summary>
    public T? Optional<T>(T? value, Func<T?, T> item)
        where T : class => Bit(value is not null) ? item(value) : null;
}
