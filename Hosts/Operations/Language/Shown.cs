using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Operations.Language;

/// <summary>How times, spans and numbers are shown, in either language.</summary>
public static class Shown
{
    /// <summary>What stands for nothing.</summary>
    public const string Nothing = "–";

    private static readonly NumberFormatInfo VietnameseNumbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>A time, Asia/Ho_Chi_Minh, to the second.</summary>
    public static string Time(DateTimeOffset? instant) =>
        instant is { } at ? VietnamTime.Local(at).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A day.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(long value, Tongue tongue) =>
        value.ToString("#,0", tongue == Tongue.English ? NumberFormatInfo.InvariantInfo : VietnameseNumbers);

    /// <summary>A span in its two largest units.</summary>
    public static string Span(TimeSpan span, Tongue tongue)
    {
        var (days, hours, minutes, seconds) = tongue == Tongue.English ? ("d", "h", "min", "s") : ("ngày", "giờ", "phút", "giây");
        return span.Duration() switch
        {
            { TotalDays: >= 1 } long_ => $"{(int)long_.TotalDays} {days} {long_.Hours} {hours}",
            { TotalHours: >= 1 } some => $"{(int)some.TotalHours} {hours} {some.Minutes} {minutes}",
            { TotalMinutes: >= 1 } few => $"{(int)few.TotalMinutes} {minutes} {few.Seconds} {seconds}",
            var moment => $"{(int)moment.TotalSeconds} {seconds}",
        };
    }
}
