namespace DichVuCong.Saga.Filing;

/// <summary>
/// The tax code of an organisation (mã số thuế, <c>external-parties.md</c> F5): two digits of the province, seven of a sequence, one check
/// digit; three more for a branch, often after a dash.
/// </summary>
internal static class TaxCode
{
    private static ReadOnlySpan<int> Weights => [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>Whether a text has the form of a tax code.</summary>
    public static bool HasForm(string text) =>
        text.Length is 10 or 13 or 14 && (text.Length != 14 || text[10] == '-') && text.Where((_, index) => index != 10 || text.Length != 14).All(char.IsAsciiDigit);

    /// <summary>Whether there can be such a code, of a text of the right form.</summary>
    public static bool CanExist(string text)
    {
        if (text[2..9].All(digit => digit == '0')) return false;
        if (text.Length > 10 && text[^3..] == "000") return false;
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++) sum += Weights[index] * (text[index] - '0');
        return 10 - (sum % 11) == text[9] - '0';
    }
}
