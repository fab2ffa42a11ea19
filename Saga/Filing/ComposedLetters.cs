using System.Collections.Frozen;
using System.Text;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// Vietnamese letters whose marks come apart (as some keyboards and systems write them) put together, so that the same name is the same text. The
/// platform's own normal forms need data that hosts do not carry.
/// </summary>
internal static class ComposedLetters
{
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    // Each letter, then the same with the five tones in the order above.
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
        "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ", "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
    ];

    private static readonly (char Mark, string Letters, string Composed)[] Shapes =
        [('\u0302', "aeoAEO", "âêôÂÊÔ"), ('\u0306', "aA", "ăĂ"), ('\u031B', "ouOU", "ơưƠƯ")];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Table =
        Rows.SelectMany(row => Tones.Select((tone, at) => (Key: (row[0], tone), Value: row[at + 1])))
            .Concat(Shapes.SelectMany(shape => shape.Letters.Select((letter, at) => (Key: (letter, shape.Mark), Value: shape.Composed[at]))))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The text with its letters put together; what is no Vietnamese letter stays as it is.</summary>
    public static string Of(string text)
    {
        var composed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && IsMark(text[end])) end++;
            Append(composed, text[at], text[(at + 1)..end]);
            at = end;
        }

        return composed.ToString();
    }

    /// <summary>The shape goes first, whatever the order in which the marks came: a dot below may stand before the hat.</summary>
    private static void Append(StringBuilder composed, char letter, string marks)
    {
        var left = new StringBuilder();
        foreach (var mark in marks.OrderBy(mark => Tones.Contains(mark, StringComparison.Ordinal)))
        {
            if (Table.TryGetValue((letter, mark), out var together)) letter = together;
            else left.Append(mark);
        }

        composed.Append(letter).Append(left);
    }

    private static bool IsMark(char letter) => letter is >= '\u0300' and <= '\u036F';
}
