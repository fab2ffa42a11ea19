using System.Collections.Frozen;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What stands in a plain SMS for characters that are neither ASCII nor Vietnamese letters, and for the one ASCII letter GSM-7 lacks.</summary>
internal static class OtherCharacters
{
    /// <summary>A replacement, and the characters that it replaces.</summary>
    private static readonly (string Replacement, string Characters)[] Rows =
    [
        ("\"", "“”„‟«»″"),
        ("'", "`‘’‚‛′´ʼ"),
        ("-", "‐‑‒–—―−•·"),
        ("...", "…"),
        ("/", "÷⁄"),
        ("x", "×"),
        (" do", "°"),
        ("No.", "№"),
        ("d", "₫ðƌ"),
        ("D", "ÐƉ"),
        ("EUR", "€"),
        ("GBP", "£"),
        ("JPY", "¥"),
        ("(c)", "©"),
        ("(r)", "®"),
        ("(tm)", "™"),
        ("1", "¹"),
        ("2", "²"),
        ("3", "³"),
        ("1/4", "¼"),
        ("1/2", "½"),
        ("3/4", "¾"),
        ("+-", "±"),
        ("<=", "≤"),
        (">=", "≥"),
        ("->", "→"),
        ("a", "äåāąǎª"),
        ("A", "ÄÅĀĄǍ"),
        ("ae", "æ"),
        ("AE", "Æ"),
        ("c", "çćč"),
        ("C", "ÇĆČ"),
        ("e", "ëēęě"),
        ("E", "ËĒĘĚ"),
        ("g", "ğ"),
        ("G", "Ğ"),
        ("i", "îïīı"),
        ("I", "ÎÏĪİ"),
        ("l", "ł"),
        ("L", "Ł"),
        ("n", "ñńň"),
        ("N", "ÑŃŇ"),
        ("o", "öøōőº"),
        ("O", "ÖØŌŐ"),
        ("oe", "œ"),
        ("OE", "Œ"),
        ("r", "řŕ"),
        ("R", "ŘŔ"),
        ("s", "šśş"),
        ("S", "ŠŚŞ"),
        ("ss", "ß"),
        ("u", "üûūůű"),
        ("U", "ÜÛŪŮŰ"),
        ("y", "ÿ"),
        ("z", "žźż"),
        ("Z", "ŽŹŻ"),
    ];

    /// <summary>The replacement of a character.</summary>
    public static FrozenDictionary<char, string> Replacements { get; } = Rows
        .SelectMany(row => row.Characters.Select(character => KeyValuePair.Create(character, row.Replacement)))
        .ToFrozenDictionary();

    /// <summary>Whether a character takes no place of its own: soft hyphen, zero-width characters, byte order mark, variation selectors.</summary>
    public static bool IsInvisible(char character) =>
        character is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');

    /// <summary>Whether a character is an ASCII character in its full width (U+FF01 to U+FF5E), and which.</summary>
    public static bool IsFullWidth(char character, out char ascii)
    {
        ascii = (char)(character - 0xFEE0);
        return character is >= '\uFF01' and <= '\uFF5E';
    }
}
