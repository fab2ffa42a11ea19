using System.Collections.Frozen;
using System.Text;

namespace DichVuCong.Adapters.ProcedureDatabase.Text;

/// <summary>
/// Composes Vietnamese letters written as a vowel and separate marks, which look the same and compare as different. A table, since the
/// platform composes nothing when globalisation is invariant.
/// </summary>
public static class VietnameseLetters
{
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>Each vowel and its five tones, in the order of <see cref="Tones"/>.</summary>
    private static readonly string[] Vowels =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
        "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ", "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
    ];

    /// <summary>Plain letter, mark, letter: circumflex, breve and horn.</summary>
    private static readonly string[] Shapes =
    [
        "a\u0302â", "e\u0302ê", "o\u0302ô", "a\u0306ă", "o\u031Bơ", "u\u031Bư",
        "A\u0302Â", "E\u0302Ê", "O\u0302Ô", "A\u0306Ă", "O\u031BƠ", "U\u031BƯ",
    ];

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = BuildTable();

    /// <summary>The same text with every letter that can be composed composed; the same instance when there is none.</summary>
    public static string Compose(string text)
    {
        if (!HasMark(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var next in text)
        {
            if (result.Length > 0 && Composed.TryGetValue((result[^1], next), out var letter)) result[^1] = letter;
            else result.Append(next);
        }

        return result.ToString();
    }

    private static bool HasMark(string text) => text.AsSpan().ContainsAnyInRange('\u0300', '\u036F');

    private static FrozenDictionary<(char Letter, char Mark), char> BuildTable()
    {
        var table = Shapes.ToDictionary(shape => (shape[0], shape[1]), shape => shape[2]);
        foreach (var vowel in Vowels)
        {
            for (var tone = 0; tone < Tones.Length; tone++) table.Add((vowel[0], Tones[tone]), vowel[tone + 1]);
        }

        // A dot below may stand before the circumflex or breve: ạ + circumflex is ậ.
        foreach (var (plain, mark, shaped) in Shapes.Select(shape => (shape[0], shape[1], shape[2])))
        {
            for (var tone = 0; tone < Tones.Length; tone++) table.Add((table[(plain, Tones[tone])], mark), table[(shaped, Tones[tone])]);
        }

        return table.ToFrozenDictionary();
    }
}
