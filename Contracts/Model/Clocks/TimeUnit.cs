namespace DichVuCong.Messaging;

/// <summary>The units in which the law and the procedures count time (Civil Code art. 147-148).</summary>
public enum TimeUnit : byte
{
    /// <summary>Giờ: working hours; counted in minutes, from the moment, inside working hours.</summary>
    WorkingHours = 1,

    /// <summary>Ngày làm việc: working days; counted from the next day, ending at the close of the last.</summary>
    WorkingDays = 2,

    /// <summary>Ngày: calendar days; a last day off moves to the next working day.</summary>
    CalendarDays = 3,

    /// <summary>Tháng: ends on the same date or the month's last day; a last day off moves to the next working day.</summary>
    Months = 4,

    /// <summary>Minutes in which a partner's system is in service, that is outside its maintenance windows.</summary>
    ServiceMinutes = 5,
}
