using System.Text.RegularExpressions;

namespace DichVuCong.Contracts.Catalogue;

/// <summary>
/// Reads the patterns of <see cref="FieldRule"/>s. They are matched against the whole value, and in time proportional to it whatever the
/// pattern is: operators write them, and applicants write what they are matched with.
/// </summary>
public static class FieldPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The pattern, ready to be matched; null when it is no regular expression, or one with look-around or back-references.</summary>
    public static Regex? TryRead(string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
