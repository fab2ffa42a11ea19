using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Adapters.OneStop.Wire.Fields;

/// <summary>
/// Reads the times of the wire. The contract's form is <c>yyyyMMddHHmmss</c> in Asia/Ho_Chi_Minh; the others are taken because their
/// senders are known and no text has two meanings among them.
/// </summary>
internal static class WireDate
{
    // The portal began in 2019; archives were digitised with older dates. A year outside is a slip of the pen, and is refused.
    private const int FirstYear = 1945;
    private const int LastYear = 2200;

    /// <summary>Times without an offset: Vietnam's time.</summary>
    private static readonly string[] Local =
    [
        "yyyyMMddHHmmss", // the contract (2.2)
        "yyyyMMddHHmm", // the same without seconds
        "yyyyMMdd", // a day: its beginning
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", // DateTime fields of [TD] (2.3); G3 progress rows
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", // G3 (2.9)
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd",
        "dd/MM/yyyy HH:mm:ss", // the portal's own form in questions and answers (7.1)
        "dd/MM/yyyy HH:mm",
        "dd/MM/yyyy",
    ];

    /// <summary>Times with an offset: instants.</summary>
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Whether the text is the date that a program writes when it has none: the year 1.</summary>
    public static bool IsNone(string text) =>
        text.StartsWith("0001", StringComparison.Ordinal) || text.StartsWith("01/01/0001", StringComparison.Ordinal);

    /// <summary>Reads a time in any of the forms.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            instant = IsPlausible(local.Year) ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), VietnamTime.Offset) : default;
            return IsPlausible(local.Year);
        }

        return DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
            && IsPlausible(instant.Year);
    }

    /// <summary>The canonical text of a time in any of the forms; null when it is none.</summary>
    public static string? Canonical(string text) =>
        VietnamTime.TryParseWire(text, out var wire) ? IsPlausible(wire.Year) ? text : null
        : TryParse(text, out var instant) ? VietnamTime.ToWire(instant)
        : null;

    /// <summary>The instant of a canonical text; null for a missing one.</summary>
    public static DateTimeOffset? Instant(string? canonical) =>
        canonical is { Length: > 0 } && TryParse(canonical, out var instant) ? instant : null;

    private static bool IsPlausible(int year) => year is >= FirstYear and <= LastYear;
}
