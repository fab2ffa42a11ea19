namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>How long a text is on the air (<c>external-parties.md</c> C6). One letter outside GSM-7 makes the whole message UCS-2.</summary>
/// <param name="IsGsm7">Whether GSM-7 can write all of it.</param>
/// <param name="Units">Septets in GSM-7, 16-bit units in UCS-2.</param>
/// <param name="Segments">The parts that the operator sends and charges; 0 for an empty text.</param>
internal readonly record struct SmsLength(bool IsGsm7, int Units, int Segments)
{
    private const int Gsm7Alone = 160;
    private const int Gsm7Part = 153;
    private const int Ucs2Alone = 70;
    private const int Ucs2Part = 67;

    /// <summary>Measures a text.</summary>
    public static SmsLength Of(string text)
    {
        var isGsm7 = IsGsm7Text(text);
        var alone = isGsm7 ? Gsm7Alone : Ucs2Alone;
        var part = isGsm7 ? Gsm7Part : Ucs2Part;
        int units = 0, segments = 1, used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // An escape pair and a surrogate pair are never torn apart: one that does not fit begins the next part.
            var size = isGsm7 ? Gsm7.SeptetsOf((char)rune.Value) : rune.Utf16SequenceLength;
            units += size;
            if (used + size > part)
            {
                segments++;
                used = 0;
            }

            used += size;
        }

        return new SmsLength(isGsm7, units, units == 0 ? 0 : units <= alone ? 1 : segments);
    }

    private static bool IsGsm7Text(string text)
    {
        foreach (var character in text)
        {
            if (Gsm7.SeptetsOf(character) == 0) return false;
        }

        return true;
    }
}
