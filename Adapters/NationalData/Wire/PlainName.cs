using System.Text;

namespace DichVuCong.Adapters.NationalData.Wire;

/// <summary>A name as the population database asks for it (D4): upper case, no accents, no spaces.</summary>
internal static class PlainName
{
    // The letters that are written without their marks, each group behind the letter that stands for it.
    private static readonly string[] Groups =
    [
        "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬàáảãạăằắẳẵặâầấẩẫậ", "EÈÉẺẼẸÊỀẾỂỄỆèéẻẽẹêềếểễệ", "IÌÍỈĨỊìíỉĩị", "OÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢòóỏõọôồốổỗộơờớởỡợ",
        "UÙÚỦŨỤƯỪỨỬỮỰùúủũụưừứửữự", "YỲÝỶỸỴỳýỷỹỵ", "DĐđ",
    ];

    private static readonly Dictionary<char, char> Letters = Groups.SelectMany(group => group.Select(letter => (letter, Plain: group[0])))
        .ToDictionary(pair => pair.letter, pair => pair.Plain);

    /// <summary>The name; marks that stand by themselves, spaces and everything that is no letter are left out.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var written = Letters.GetValueOrDefault(letter, char.ToUpperInvariant(letter));
            if (char.IsAsciiLetterUpper(written)) plain.Append(written);
        }

        return plain.ToString();
    }
}
