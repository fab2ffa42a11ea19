using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Payments;

/// <summary>A decision on an inquiry in the making.</summary>
internal sealed class InquiryDeciding(InquiryData before, PaymentRules rules, Occasion occasion)
{
    private readonly InquiryData _before = before;
    private readonly List<Effect> _effects = [];
    private string? _edge;

    /// <summary>The data as it becomes.</summary>
    public InquiryData Data { get; set; } = before;

    /// <summary>Whether it has just been opened: it has no clock and no row yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The clock that has just fired; null for none.</summary>
    public string? Fired { get; init; }

    /// <summary>Now, in whole seconds.</summary>
    public DateTimeOffset Now => WholeSeconds.Of(occasion.Now);

    /// <summary>The terms of a clock; null when it does not run.</summary>
    public static ClockTerms? TermsOf(InquiryData data, string clock, PaymentRules rules)
    {
        if (data.State == InquiryState.Closed) return null;
        return clock switch
        {
            InquiryClocks.Deadline => data.IsOverdue ? null : DeadlineOf(data.OpenedAt, rules),
            InquiryClocks.Claim => data.IsClaimOver ? null : ClaimOf(data.ClaimFrom, rules),
            InquiryClocks.Reminder => data.Missing == InquiryParty.None
                ? null
                : new ClockTerms(rules.InquiryCalendar, TimeUnit.WorkingDays, rules.ReminderDays, data.RemindFrom),
            _ => null,
        };
    }

    /// <summary>The time for handling.</summary>
    public static ClockTerms DeadlineOf(DateTimeOffset opened, PaymentRules rules) =>
        new(rules.InquiryCalendar, rules.InquiryLimit.Unit, rules.InquiryLimit.Amount, opened);

    /// <summary>The payer's time to claim.</summary>
    public static ClockTerms ClaimOf(DateTimeOffset from, PaymentRules rules) => new(rules.InquiryCalendar, rules.ClaimLimit.Unit, rules.ClaimLimit.Amount, from);

    /// <summary>Moves it along an edge.</summary>
    public void MoveTo(InquiryState state)
    {
        if (Data.State == state) return;
        _edge = InquiryGraph.Table.Take(Data.State, state).Name;
        Data = Data with { State = state, Since = Now };
    }

    /// <summary>Keeps what was said.</summary>
    public void Keep(InquiryStep step, string text, string by) => _effects.Add(new SendEffect(new KeepInquiryStep(Data.Difference, step, text, by, Now)));

    /// <summary>Publishes an event.</summary>
    public void Publish(object @event) => _effects.Add(new PublishEffect(@event));

    /// <summary>The finished decision.</summary>
    public Decision<InquiryData> Done()
    {
        foreach (var clock in InquiryClocks.All)
        {
            var runs = IsNew || clock == Fired ? null : TermsOf(_before, clock, rules);
            var terms = TermsOf(Data, clock, rules);
            if (terms is null && runs is not null) _effects.Add(new CancelClockEffect(clock));
            else if (terms is not null && terms != runs) _effects.Add(new SetClockEffect(clock, occasion.Calendars.Due(terms), terms));
        }

        if (IsNew || RowOf(Data) != RowOf(_before)) _effects.Add(new SendEffect(RowOf(Data)));
        var decision = new Decision<InquiryData>(Data).With(_effects);
        return _edge is null ? decision : decision.Took(_edge);
    }

    private static UpdateInquiryRow RowOf(InquiryData data) =>
        new(data.Difference, data.TransactionNo, data.Day, data.State, data.Since, data.Answers, data.Deadline, data.ClaimUntil, data.CarriedTo, data.IsOverdue);
}
