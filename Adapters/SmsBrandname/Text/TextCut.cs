namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Shortens texts at a word's end.</summary>
internal static class TextCut
{
    private const string Ellipsis = "...";

    /// <summary>
    /// The longest beginning of <paramref name="text"/> that ends with a word and fits, with an ellipsis; the text itself when it fits, and
    /// nothing when there is no room for even one character and the ellipsis.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="room">The units it may take.</param>
    /// <param name="unitsOf">What one character takes.</param>
    public static string AtWord(string text, int room, Func<char, int> unitsOf)
    {
        if (Units(text, unitsOf) <= room) return text;

        var kept = text.AsSpan(0, Fitting(text, room - Ellipsis.Length, unitsOf));
        if (kept.Length < text.Length && text[kept.Length] != ' ')
        {
            var lastBlank = kept.LastIndexOf(' ');
            if (lastBlank > 0) kept = kept[..lastBlank];
        }

        kept = kept.TrimEnd(" ,;:.-(");
        return kept.IsEmpty ? "" : string.Concat(kept, Ellipsis);
    }

    /// <summary>As <see cref="AtWord"/>, but <paramref name="essential"/> is still in the result when it was in the text.</summary>
    public static string AtWordKeeping(string text, string essential, int room, Func<char, int> unitsOf)
    {
        var cut = AtWord(text, room, unitsOf);
        if (cut.Contains(essential, StringComparison.Ordinal) || !text.Contains(essential, StringComparison.Ordinal)) return cut;

        var before = AtWord(text, room - Units(essential, unitsOf) - 1, unitsOf);
        return before.Length == 0 ? essential : $"{before} {essential}";
    }

    /// <summary>What a text takes.</summary>
    public static int Units(string text, Func<char, int> unitsOf)
    {
        var units = 0;
        foreach (var character in text) units += unitsOf(character);
        return units;
    }

    private static int Fitting(string text, int room, Func<char, int> unitsOf)
    {
        var length = 0;
        for (var units = 0; length < text.Length; length++)
        {
            units += unitsOf(text[length]);
            if (units > room) break;
        }

        return length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
    }
}
