using System.Text;

namespace DichVuCong.Abuse.Tests.Mutation;

/// <summary>Spoils bytes: encodings, marks, cuts, flipped and strange bytes.</summary>
internal static class ByteMutation
{
    private static readonly byte[][] Inserts =
        [[0], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0xA8], [0x1A], [(byte)'"'], [(byte)'\n'], [(byte)',']];

    /// <summary>The text in UTF-8; once in four times spoilt.</summary>
    public static byte[] OfText(Dice dice, string text) => dice.Below(40) switch
    {
        0 => [0xEF, 0xBB, 0xBF, .. Bytes(text)],
        1 => Encoding.Unicode.GetBytes(text),
        2 => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
        3 => Encoding.Latin1.GetBytes(text),
        4 => [],
        5 => [.. Bytes(text), .. Bytes(text)],
        6 => [.. Bytes(text), .. new byte[dice.Below(100)]],
        < 12 => Spoil(dice, Bytes(text)),
        _ => Bytes(text),
    };

    /// <summary>Bytes with a few changes.</summary>
    public static byte[] Spoil(Dice dice, byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var changes = 1 + dice.Below(4); changes > 0 && changed.Count > 0; changes--)
        {
            var at = dice.Below(changed.Count);
            switch (dice.Below(6))
            {
                case 0: changed[at] ^= (byte)(1 << dice.Below(8)); break;
                case 1: changed.InsertRange(at, dice.Pick(Inserts)); break;
                case 2: changed.RemoveRange(at, Math.Min(changed.Count - at, 1 + dice.Below(20))); break;
                case 3: changed.RemoveRange(at, changed.Count - at); break;
                case 4: changed.InsertRange(at, changed.GetRange(at, Math.Min(changed.Count - at, dice.Below(60)))); break;
                default: changed[at] = (byte)dice.Below(256); break;
            }
        }

        return [.. changed];
    }

    /// <summary>UTF-8, half surrogates as the replacement character.</summary>
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
