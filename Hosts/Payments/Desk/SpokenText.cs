using DichVuCong.Registries.Operations;

namespace DichVuCong.Payments.Desk;

/// <summary>What people write into inquiries and decisions. It should hold no personal data; who may only look does not see what looks like some.</summary>
public static class SpokenText
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 2000;

    /// <summary>The text without what looks like a personal number, a phone or an address of a person.</summary>
    public static string Masked(string text) => MaskedText.Of(text);

    /// <summary>Takes a text in, without blanks around it.</summary>
    /// <exception cref="DeskRefusedException">It is empty, too long, or no text.</exception>
    internal static string Take(string field, string? text, int longest = Longest)
    {
        var trimmed = text?.Trim().ReplaceLineEndings("\n") ?? "";
        if (trimmed.Length == 0) throw DeskRefusals.NoText(field);
        if (trimmed.Length > longest) throw DeskRefusals.LongText(field, longest);
        if (trimmed.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) throw DeskRefusals.ControlText(field);
        return trimmed;
    }
}
