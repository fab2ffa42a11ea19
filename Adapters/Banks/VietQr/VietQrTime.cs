using System.Globalization;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>Times as VietQR writes them: since 1970, in seconds or milliseconds; the document does not say which (A3).</summary>
internal static class VietQrTime
{
    // In seconds this is the year 5138, in milliseconds 1973: no payment is as late or as early.
    private const long LeastMilliseconds = 100_000_000_000;
    private const long MostMilliseconds = 4_102_444_800_000;

    /// <summary>The instant; null when the text is none.</summary>
    public static DateTimeOffset? Of(string? text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or > MostMilliseconds) return null;
        return number < LeastMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
    }
}
