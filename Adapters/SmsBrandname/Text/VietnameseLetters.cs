using System.Collections.Frozen;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// The letters of Vietnamese that ASCII lacks. All else is derived from <see cref="Rows"/>: the letter without marks, and the letter that a
/// base and a combining mark make together. (String normalisation does nothing under InvariantGlobalization.)
/// </summary>
internal static class VietnameseLetters
{
    /// <summary>The combining marks of the tones, in the order of the columns after the first: huyền, hỏi, ngã, sắc, nặng.</summary>
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>A vowel's ASCII letter, its shape mark (none for a plain vowel), and its six tones.</summary>
    private static readonly (char Plain, char? Shape, string Letters)[] Rows =
    [
        ('a', null, "aàảãáạ"),
        ('a', '\u0306', "ăằẳẵắặ"),
        ('a', '\u0302', "âầẩẫấậ"),
        ('e', null, "eèẻẽéẹ"),
        ('e', '\u0302', "êềểễếệ"),
        ('i', null, "iìỉĩíị"),
        ('o', null, "oòỏõóọ"),
        ('o', '\u0302', "ôồổỗốộ"),
        ('o', '\u031B', "ơờởỡớợ"),
        ('u', null, "uùủũúụ"),
        ('u', '\u031B', "ưừửữứự"),
        ('y', null, "yỳỷỹýỵ"),
    ];

    /// <summary>A letter with marks, and the ASCII letter under them.</summary>
    public static FrozenDictionary<char, char> Unmarked { get; } = UnmarkedPairs().ToFrozenDictionary();

    /// <summary>A letter and the combining mark after it, and the one letter that they are together, whichever mark comes first.</summary>
    public static FrozenDictionary<(char Letter, char Mark), char> Composed { get; } = ComposedPairs().Distinct().ToFrozenDictionary();

    /// <summary>Whether a character is a combining mark (U+0300 to U+036F).</summary>
    public static bool IsMark(char character) => character is >= '\u0300' and <= '\u036F';

    private static IEnumerable<KeyValuePair<char, char>> UnmarkedPairs() =>
        Rows.SelectMany(row => row.Letters.Where(letter => !char.IsAscii(letter)).Select(letter => KeyValuePair.Create(letter, row.Plain)))
            .Append(KeyValuePair.Create('đ', 'd'))
            .SelectMany(pair => new[] { pair, KeyValuePair.Create(char.ToUpperInvariant(pair.Key), char.ToUpperInvariant(pair.Value)) });

    private static IEnumerable<KeyValuePair<(char Letter, char Mark), char>> ComposedPairs() =>
        Rows.SelectMany(row => ToneAfterLetter(row.Letters).Concat(ShapeAfterLetter(row.Plain, row.Shape, row.Letters)))
            .SelectMany(pair => new[]
            {
                pair,
                KeyValuePair.Create((char.ToUpperInvariant(pair.Key.Letter), pair.Key.Mark), char.ToUpperInvariant(pair.Value)),
            });

    private static IEnumerable<KeyValuePair<(char Letter, char Mark), char>> ToneAfterLetter(string letters) =>
        Tones.Select((mark, tone) => KeyValuePair.Create((letters[0], mark), letters[tone + 1]));

    private static IEnumerable<KeyValuePair<(char Letter, char Mark), char>> ShapeAfterLetter(char plain, char? shape, string letters)
    {
        if (shape is not { } mark) return [];
        var unshaped = Rows.Single(row => row.Plain == plain && row.Shape is null).Letters;
        return unshaped.Select((letter, tone) => KeyValuePair.Create((letter, mark), letters[tone]));
    }
}
