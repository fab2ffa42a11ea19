using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DichVuCong.Adapters.Banks.Wire;

/// <summary>
/// Text that every partner's system takes: ASCII letters, digits and a few marks. A table of letters, since the invariant globalisation mode
/// decomposes nothing.
/// </summary>
internal static class PlainText
{
    // Those that no form of URL encoding writes in two ways (Java, PHP and .NET differ over !'()*~).
    private const string Marks = " .-_";

    private static readonly string[] Families =
    [
        "aàáạảãâầấậẩẫăằắặẳẵ", "eèéẹẻẽêềếệểễ", "iìíịỉĩ", "oòóọỏõôồốộổỗơờớợởỡ", "uùúụủũưừứựửữ", "yỳýỵỷỹ", "dđ",
    ];

    private static readonly FrozenDictionary<char, char> Plain = Families
        .SelectMany(family => family.Skip(1).SelectMany(letter => new[]
        {
            (letter, family[0]), (char.ToUpperInvariant(letter), char.ToUpperInvariant(family[0])),
        }))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The text without diacritics, everything else a space, spaces joined, cut to a length.</summary>
    public static string Of(string text, int maxLength)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            var next = Plain.GetValueOrDefault(letter, letter);
            if (!IsPlain(next)) next = ' ';
            if (next != ' ' || (plain.Length > 0 && plain[^1] != ' ')) plain.Append(next);
        }

        var whole = plain.ToString().TrimEnd();
        return whole.Length <= maxLength ? whole : whole[..maxLength].TrimEnd();
    }

    /// <summary>Whether a text has nothing else in it.</summary>
    public static bool IsPlain(string text) => text.All(IsPlain);

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || Marks.Contains(letter, StringComparison.Ordinal);
}
