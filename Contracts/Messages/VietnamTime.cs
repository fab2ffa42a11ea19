using System.Globalization;

namespace DichVuCong.Contracts;

/// <summary>
/// Asia/Ho_Chi_Minh: UTC+7 all year. Every "per day" of the domain is a day of this zone, and every <c>yyyyMMddHHmmss</c> of the wire a
/// time of it.
/// </summary>
public static class VietnamTime
{
    private const string WireFormat = "yyyyMMddHHmmss";

    /// <summary>The zone's offset.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>The same instant, shown in the zone.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant of a time of day on a day.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);

    /// <summary>An instant as the partners write it, on a 24-hour clock.</summary>
    public static string ToWire(DateTimeOffset instant) => Local(instant).ToString(WireFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant as the partners write it.</summary>
    public static bool TryParseWire(string? text, out DateTimeOffset instant)
    {
        // The first hours of the year 1, which programs write for "no date", are no instant of this zone.
        var read = DateTime.TryParseExact(text, WireFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Ticks >= Offset.Ticks;
        instant = read ? new DateTimeOffset(local, Offset) : default;
        return read;
    }
}
