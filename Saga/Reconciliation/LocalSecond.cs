using DichVuCong.Contracts;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>A moment in whole seconds of Asia/Ho_Chi_Minh since the year 2000, in four bytes; it reaches to 2136.</summary>
/// <param name="Value">The seconds.</param>
public readonly record struct LocalSecond(uint Value)
{
    internal const int PerDay = 86_400;
    private static readonly DateTimeOffset First = VietnamTime.At(FirstDay, TimeOnly.MinValue);

    private static DateOnly FirstDay => new(2000, 1, 1);

    /// <summary>The day on the calendar, counted from the year 2000.</summary>
    public int DayNumber => (int)(Value / PerDay);

    /// <summary>The second of the day.</summary>
    public int OfDay => (int)(Value % PerDay);

    /// <summary>The second in which an instant lies.</summary>
    /// <exception cref="OverflowException">It lies before 2000 or after 2136.</exception>
    public static LocalSecond Of(DateTimeOffset instant) => new(checked((uint)Math.Floor((instant - First).TotalSeconds)));

    /// <summary>The first second of a day, for lines that name no time.</summary>
    public static LocalSecond Of(DateOnly day) => new(checked((uint)NumberOf(day) * PerDay));

    /// <summary>A day, counted from the year 2000.</summary>
    public static int NumberOf(DateOnly day) => day.DayNumber - FirstDay.DayNumber;
}
