namespace DichVuCong.Saga.Reconciliation;

/// <summary>To which of the bank's days a moment belongs. The cut-off's own second is the first of the next day.</summary>
/// <param name="day">The day that is matched, counted from the year 2000.</param>
/// <param name="cutOff">The second of the day at which the bank's day ends.</param>
/// <param name="expectedLaterDays">For how many days a movement after the cut-off is expected.</param>
internal readonly struct BankDays(int day, int cutOff, int expectedLaterDays)
{
    public BankDays(ReconciliationSettings settings)
        : this(LocalSecond.NumberOf(settings.Day), (int)settings.CutOff.TotalSeconds, settings.ExpectedLaterDays)
    {
    }

    public int Of(LocalSecond time) => time.DayNumber + (IsAfterCutOff(time) ? 1 : 0);

    public bool IsExpectedLater(LocalSecond time) => Of(time) > day || (IsAfterCutOff(time) && day < time.DayNumber + expectedLaterDays);

    private bool IsAfterCutOff(LocalSecond time) => time.OfDay >= cutOff;
}
