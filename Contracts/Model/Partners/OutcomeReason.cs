namespace DichVuCong.Messaging;

/// <summary>Makes a reason storable: what a partner answers may hold anything, and must not stand in the way of other partners' outcomes.</summary>
internal static class OutcomeReason
{
    private const int Longest = 1000;

    /// <summary>The text without control characters and halves of surrogate pairs, cut to 1,000 characters.</summary>
    public static string Storable(string reason)
    {
        var text = reason.Length > Longest ? reason[..Longest] : reason;
        return text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? Cleaned(text) : text;
    }

    private static string Cleaned(string text)
    {
        var clean = text.ToCharArray();
        for (var index = 0; index < clean.Length; index++)
        {
            if (char.IsControl(clean[index]))
            {
                clean[index] = ' ';
            }
            else if (char.IsHighSurrogate(clean[index]) && index + 1 < clean.Length && char.IsLowSurrogate(clean[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(clean[index]))
            {
                clean[index] = '\uFFFD';
            }
        }

        return new string(clean);
    }
}
