using DichVuCong.Contracts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Accounts.Citizens;

/// <summary>What comes next for a citizen's account.</summary>
/// <param name="Step">How many notices are given by then.</param>
/// <param name="Due">When the step after it is due; null once it is locked.</param>
public readonly record struct CitizenStep(int Step, DateTimeOffset? Due)
{
    /// <summary>The step that locks.</summary>
    public const int Lock = 3;

    /// <summary>Whether it locks the account.</summary>
    public bool Locks => Step == Lock;
}

/// <summary>
/// The clock of citizens' accounts (N): 2 years without activity, a notice by SMS and e-mail once a month for 2 months, then the lock. It is a table
/// of times and decides nothing else: ten million accounts have no saga each.
/// </summary>
public sealed record CitizenRules
{
    /// <summary>After how many months without activity the first notice is due.</summary>
    public LegalLimit InactivityLimit { get; init; } = new(24, TimeUnit.Months, "N: the draft regulation; its text as enacted was not at hand.", IsVerified: false);

    /// <summary>Months between the two notices.</summary>
    public int NoticeMonths { get; init; } = 1;

    /// <summary>Days from the second notice to the lock. Basis: decisions, Accounts.</summary>
    public int GraceDays { get; init; } = 7;

    /// <summary>Within which time a request to restore an account is answered: minutes of working time.</summary>
    public LegalLimit RestoreLimit { get; init; } = new(8 * 60, TimeUnit.WorkingHours, "N: the draft regulation; its text as enacted was not at hand.", IsVerified: false);

    /// <summary>The calendar in which that is counted.</summary>
    public string Calendar { get; init; } = "vn";

    /// <summary>The terms of a request to restore.</summary>
    public ClockTerms RestoreTerms(DateTimeOffset askedAt) => new(Calendar, RestoreLimit.Unit, RestoreLimit.Amount, askedAt);

    /// <summary>When the first notice is due, if nobody uses the account any more.</summary>
    public DateTimeOffset FirstDue(DateTimeOffset activeAt) => MonthsAfter(activeAt, InactivityLimit.Amount);

    /// <summary>
    /// The step that is due now, with the time of the one after it. Whoever is told late, since nothing ran for a while, still has the whole month, and
    /// the whole grace.
    /// </summary>
    /// <param name="given">How many notices were given since the last activity.</param>
    /// <param name="activeAt">The last activity.</param>
    /// <param name="now">Now.</param>
    public CitizenStep Next(int given, DateTimeOffset activeAt, DateTimeOffset now)
    {
        switch (given)
        {
            case 0:
                var (planned, earliest) = (MonthsAfter(activeAt, InactivityLimit.Amount + NoticeMonths), MonthsAfter(now, NoticeMonths));
                return new CitizenStep(1, planned > earliest ? planned : earliest);
            case 1:
                return new CitizenStep(2, now.AddDays(GraceDays));
            default:
                return new CitizenStep(CitizenStep.Lock, Due: null);
        }
    }

    // A month ends on the same date or the month's last day (Civil Code art. 147-148), at the same time of day in Vietnam.
    private static DateTimeOffset MonthsAfter(DateTimeOffset from, int months) => VietnamTime.Local(from).AddMonths(months);
}
