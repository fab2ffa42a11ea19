using DichVuCong.Contracts;

namespace DichVuCong.Saga.WorkingTime;

/// <summary>
/// Instants as ticks of Vietnam's local time, so that days and times of day are whole-number arithmetic. Days are numbered as
/// <see cref="DateOnly.DayNumber"/> does: day 0 is Monday, 1 January 0001.
/// </summary>
internal static class LocalTicks
{
    public static long Of(DateTimeOffset instant) => instant.UtcTicks + VietnamTime.Offset.Ticks;

    public static int Day(long ticks) => (int)(ticks / TimeSpan.TicksPerDay);

    public static long TimeOfDay(long ticks) => ticks % TimeSpan.TicksPerDay;

    public static long At(int day, long timeOfDay) => (day * TimeSpan.TicksPerDay) + timeOfDay;

    /// <summary>The instant of a moment in local ticks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment is after the year 9999.</exception>
    public static DateTimeOffset ToInstant(long ticks) => new(ticks, VietnamTime.Offset);
}
