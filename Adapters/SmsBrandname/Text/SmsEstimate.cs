namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>What a text would come to, before it is sent.</summary>
/// <param name="IsGsm7">Whether GSM-7 can write all of it.</param>
/// <param name="Units">Septets in GSM-7, 16-bit units in UCS-2.</param>
/// <param name="Segments">The parts that are charged.</param>
/// <param name="Price">What they cost, in đồng.</param>
public sealed record SmsEstimate(bool IsGsm7, int Units, int Segments, decimal Price)
{
    /// <summary>Estimates a text as it would be sent.</summary>
    /// <param name="text">The text, with its diacritics.</param>
    /// <param name="unicode">Whether it keeps them.</param>
    /// <param name="pricePerSegment">The price of a segment, in đồng.</param>
    public static SmsEstimate Of(string text, bool unicode, decimal pricePerSegment)
    {
        var length = SmsLength.Of(unicode ? SmsAlphabet.Unicode(text) : SmsAlphabet.Plain(text));
        return new SmsEstimate(length.IsGsm7, length.Units, length.Segments, length.Segments * pricePerSegment);
    }

    /// <summary>A text as it goes out without diacritics.</summary>
    public static string Plain(string text) => SmsAlphabet.Plain(text);
}
