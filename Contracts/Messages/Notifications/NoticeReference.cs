namespace DichVuCong.Contracts.Notifications;

/// <summary>
/// Names a notice towards a provider, and back from its reports: the dossier's code and the occasion. No personal data, and nothing that must be
/// looked up.
/// </summary>
public static class NoticeReference
{
    private const char Between = '~';
    private const int LongestOccasion = 32;

    /// <summary>The reference of a notice.</summary>
    public static string Of(DossierCode dossier, string occasion) => $"{dossier.Value}{Between}{occasion}";

    /// <summary>Reads a reference.</summary>
    /// <returns>False when it is none of ours.</returns>
    public static bool TryRead(string? reference, out DossierCode dossier, out string occasion)
    {
        dossier = default;
        occasion = "";
        if (reference is null || reference.IndexOf(Between, StringComparison.Ordinal) is not (> 0 and var between)) return false;
        occasion = reference[(between + 1)..];
        return occasion.Length is > 0 and <= LongestOccasion
            && occasion.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '#')
            && DossierCode.TryParse(reference[..between], out dossier);
    }
}
