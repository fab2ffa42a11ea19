namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>Makes a text fit for storage.</summary>
internal static class CleanText
{
    /// <summary>
    /// The text without NUL, which PostgreSQL does not store; the same instance when there is none. (Halves of surrogate pairs do not come this
    /// far: the JSON reader puts U+FFFD in their place.)
    /// </summary>
    public static string Of(string text) => text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text;

    /// <summary>At most <paramref name="max"/> characters of a text, never half a surrogate pair.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max) return text;
        var end = max > 0 && char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
        return text[..end].TrimEnd();
    }
}
