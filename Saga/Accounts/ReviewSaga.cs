using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Accounts;

/// <summary>
/// The review of an agency's accounts, at least every 6 months (A11.4): it is announced, called for when it is late, and each signed result
/// starts the time to the next.
/// </summary>
public sealed class ReviewSaga(AccountRules rules) : Saga<ReviewData>,
    IStartedBy<ReviewData, WatchAgency>,
    IHandle<ReviewData, KeepReview>,
    IHandle<ReviewData, ClockFired>
{
    /// <summary>The name of its only clock: when the agency is reminded next.</summary>
    public const string Clock = "review";

    /// <summary>The agency has its first account.</summary>
    public Decision<ReviewData> Handle(ReviewData? state, WatchAgency message, Occasion occasion)
    {
        if (state is not null) return Become(state);
        var data = Counted(message.Agency, WholeSeconds.Of(occasion.Now), last: null, occasion.Calendars);
        return Become(data).SetClock(Clock, data.RemindAt).Send(RowOf(data));
    }

    /// <summary>A signed result. One of the past that is not later than the last says nothing new.</summary>
    public Decision<ReviewData> Handle(ReviewData state, KeepReview message, Occasion occasion)
    {
        if (ObstacleOf(state, message, occasion.Now) is { } obstacle) return Become(state).Publish(new ReviewNotTaken(state.Agency, message.By, obstacle));
        var data = Counted(state.Agency, VietnamTime.At(message.ReviewedOn, TimeOnly.MinValue), message.ReviewedOn, occasion.Calendars);
        return Become(data)
            .SetClock(Clock, data.RemindAt)
            .Send(RowOf(data))
            .Send(new KeepReviewRow(state.Agency, message.ReviewedOn, message.Kept, message.Changed, message.By, message.Result, WholeSeconds.Of(occasion.Now)));
    }

    /// <summary>The agency is reminded, before and after the review is due.</summary>
    public Decision<ReviewData> Handle(ReviewData state, ClockFired message, Occasion occasion)
    {
        if (message.Clock != Clock) return Become(state);
        var now = WholeSeconds.Of(occasion.Now);
        var isOverdue = now >= state.Due;
        var next = isOverdue ? Due(new ClockTerms(rules.Calendar, TimeUnit.WorkingDays, rules.ReviewReminderDays, now), occasion.Calendars) : state.Due;
        var data = state with { Reminders = state.Reminders + 1, IsOverdue = isOverdue, RemindAt = next };
        return Become(data).SetClock(Clock, next).Publish(new ReviewReminded(data.Agency, data.Reminders, data.Due, isOverdue)).Send(RowOf(data));
    }

    private static ReviewObstacle? ObstacleOf(ReviewData state, KeepReview message, DateTimeOffset now)
    {
        if (message.Kept < 0 || message.Changed < 0 || !FourEyes.IsNamed(message.By) || string.IsNullOrWhiteSpace(message.Result.Number)) return ReviewObstacle.NotWhole;
        if (message.ReviewedOn > VietnamTime.DayOf(now)) return ReviewObstacle.InTheFuture;
        return message.ReviewedOn <= state.LastOn ? ReviewObstacle.NotLater : null;
    }

    private static UpdateReviewRow RowOf(ReviewData data) => new(data.Agency, data.Due, data.IsOverdue, data.LastOn);

    private static DateTimeOffset Due(ClockTerms terms, ICalendars calendars) => WholeSeconds.Of(calendars.Due(terms));

    private ReviewData Counted(AgencyCode agency, DateTimeOffset from, DateOnly? last, ICalendars calendars)
    {
        var due = Due(new ClockTerms(rules.Calendar, rules.ReviewLimit.Unit, rules.ReviewLimit.Amount, from), calendars);
        return new ReviewData { Agency = agency, From = from, Due = due, LastOn = last, RemindAt = due.AddDays(-rules.ReviewNoticeDays) };
    }
}
