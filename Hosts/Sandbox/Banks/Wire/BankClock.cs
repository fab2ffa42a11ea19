using System.Globalization;

namespace DichVuCong.Sandbox.Banks.Wire;

/// <summary>Times as the banks write them: Vietnam's, which knows no summer time.</summary>
internal static class BankClock
{
    private const string Format = "yyyyMMddHHmmss";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The time on the wall in Hà Nội.</summary>
    public static DateTime Local(DateTimeOffset instant) => instant.ToOffset(Vietnam).DateTime;

    /// <summary>The day in Hà Nội, a day later from the cut-off on.</summary>
    public static DateOnly Day(DateTimeOffset instant, TimeSpan cutOff)
    {
        var local = Local(instant);
        return DateOnly.FromDateTime(local.TimeOfDay >= cutOff ? local.AddDays(1) : local);
    }

    /// <summary>The instant of a time on the wall in Hà Nội.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeSpan time) => new(day.ToDateTime(TimeOnly.MinValue) + time, Vietnam);

    /// <summary><c>yyyyMMddHHmmss</c>.</summary>
    public static string Write(DateTimeOffset instant) => Local(instant).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads <c>yyyyMMddHHmmss</c>; null when it is none.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(local, Vietnam) : null;
}
