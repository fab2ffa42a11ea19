using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>
/// Vietnamese without diacritics and in lower case: partners write one word in composed, decomposed and capital letters and without its
/// marks. A table, since the invariant globalisation mode decomposes nothing.
/// </summary>
internal static class PlainLetters
{
    private static readonly string[] Families =
    [
        "aàáạảãâầấậẩẫăằắặẳẵ", "eèéẹẻẽêềếệểễ", "iìíịỉĩ", "oòóọỏõôồốộổỗơờớợởỡ", "uùúụủũưừứựửữ", "yỳýỵỷỹ", "dđ",
    ];

    private static readonly FrozenDictionary<char, char> Plain = Families
        .SelectMany(family => family.Skip(1).SelectMany(letter => new[] { (letter, family[0]), (char.ToUpperInvariant(letter), family[0]) }))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The letter without its mark, in lower case.</summary>
    public static char Of(char letter) => Plain.TryGetValue(letter, out var plain) ? plain : char.ToLowerInvariant(letter);

    /// <summary>The text in plain letters, marks that stand apart taken out.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) plain.Append(Of(letter));
        }

        return plain.ToString();
    }
}
