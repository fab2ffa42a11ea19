using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Saga.Tests.WorkingTime;

/// <summary>Reads moments of the examples, which are in Vietnam's time: <c>2026-02-13 16:00</c>.</summary>
internal static class Moment
{
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), VietnamTime.Offset);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
