using System.Globalization;

namespace DichVuCong.Saga.Payments;

/// <summary>
/// Four eyes: what one person records, another approves. Accounts are compared as people read them, so that no spelling of one account passes
/// for two: without blanks around them, in whatever case.
/// </summary>
public static class FourEyes
{
    /// <summary>Whether two accounts are named, and are two.</summary>
    public static bool AreTwo(string? first, string? second) => IsNamed(first) && IsNamed(second) && !IsSame(first, second);

    /// <summary>Whether an account is named at all, and so that it can be compared.</summary>
    public static bool IsNamed(string? account) => !string.IsNullOrWhiteSpace(account) && account.All(IsPlain);

    /// <summary>Whether two accounts are one.</summary>
    public static bool IsSame(string? first, string? second) => string.Equals(first?.Trim(), second?.Trim(), StringComparison.OrdinalIgnoreCase);

    // Letters count in their composed form alone. The hosts run without the tables that would compose others (InvariantGlobalization), so
    // loose accents, and what nobody sees, are refused rather than compared.
    private static bool IsPlain(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is not (
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control);
}
