using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Parcels;

/// <summary>A decision on a parcel in the making.</summary>
internal sealed partial class ParcelDeciding(ParcelData before, ParcelRules rules, Occasion occasion)
{
    private readonly ParcelData _before = before;
    private readonly List<Effect> _effects = [];
    private string? _edge;

    /// <summary>The data as it becomes.</summary>
    public ParcelData Data { get; set; } = before;

    /// <summary>Whether the parcel is new: it has no clock and no row yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The clock that has just fired; null for none.</summary>
    public string? Fired { get; init; }

    /// <summary>Now, in whole seconds.</summary>
    public DateTimeOffset Now => WholeSeconds.Of(occasion.Now);

    /// <summary>The terms of a clock; null when it does not run.</summary>
    public static ClockTerms? TermsOf(ParcelData data, string clock, ParcelRules rules) => clock switch
    {
        ParcelClocks.Late when data.Alarms.HasFlag(ParcelAlarms.Late) => null,
        ParcelClocks.Late => StageOf(data, rules),
        ParcelClocks.Lost when data.Alarms.HasFlag(ParcelAlarms.Lost) || !ParcelGraph.IsOnItsWay(data.State) => null,
        ParcelClocks.Lost => new ClockTerms(rules.Calendar, TimeUnit.WorkingDays, rules.LostDays, data.HeardAt ?? data.Since),
        _ => null,
    };

    /// <summary>Moves the parcel along an edge.</summary>
    public void MoveTo(ParcelState state, DateTimeOffset since)
    {
        if (Data.State == state) return;
        var from = Data.State;
        _edge = ParcelGraph.Table.Take(from, state).Name;
        Data = Data with { State = state, Since = WholeSeconds.Of(since) };
        if (state != ParcelState.Held) Data = Data with { Obstacle = null };
        EnterStage(from);
        PublishState(from);
    }

    /// <summary>Says where a parcel stands.</summary>
    public void PublishState(ParcelState? from) =>
        Publish(new ParcelStateChanged(Data.Parcel, from, Data.State, Data.Since, Data.Order, Data.ItemCode, Data.Obstacle));

    /// <summary>Sends a command.</summary>
    public void Send(object command) => _effects.Add(new SendEffect(command));

    /// <summary>Publishes an event.</summary>
    public void Publish(object @event) => _effects.Add(new PublishEffect(@event));

    /// <summary>Keeps a step on the timeline.</summary>
    public void Keep(ParcelStep step, string? text = null, string by = "") => Send(new KeepParcelStep(Data.Parcel, step, by, text, Now));

    /// <summary>The post said something: it is heard of again.</summary>
    public void Hear(DateTimeOffset at)
    {
        // What the post dates ahead of time is heard now.
        var heard = WholeSeconds.Of(at > occasion.Now ? occasion.Now : at);
        if (Data.HeardAt >= heard) return;
        Data = Data with { HeardAt = heard, Alarms = Data.Alarms & ~ParcelAlarms.Lost };
    }

    /// <summary>The finished decision.</summary>
    public Decision<ParcelData> Done()
    {
        foreach (var clock in ParcelClocks.OfParcel)
        {
            var runs = IsNew || clock == Fired ? null : TermsOf(_before, clock, rules);
            var terms = TermsOf(Data, clock, rules);
            if (terms == runs) continue;
            if (clock == ParcelClocks.Late) Data = Data with { Due = terms is null ? DueThatPassed() : WholeSeconds.Of(occasion.Calendars.Due(terms)) };
            _effects.Add(terms is null ? new CancelClockEffect(clock) : new SetClockEffect(clock, occasion.Calendars.Due(terms), terms));
        }

        if (IsNew || RowOf(Data) != RowOf(_before)) Send(RowOf(Data));
        var decision = new Decision<ParcelData>(Data).With(_effects.Where(effect => effect is not CancelClockEffect cancel || cancel.Name != Fired));
        return _edge is null ? decision : decision.Took(_edge);
    }

    /// <summary>A parcel that is late shows since when; one that nobody waits for shows nothing.</summary>
    private DateTimeOffset? DueThatPassed() => StageOf(Data, rules) is null ? null : Data.Due;

    /// <summary>The time that the present stage may take; null when nobody waits for the post.</summary>
    private static ClockTerms? StageOf(ParcelData data, ParcelRules rules) => data.State switch
    {
        ParcelState.Ordered or ParcelState.Held => new ClockTerms(rules.Calendar, TimeUnit.WorkingHours, rules.OrderHours * 60L, data.StageSince),
        ParcelState.Created => new ClockTerms(rules.Calendar, TimeUnit.WorkingDays, rules.PickUpDays, data.StageSince),
        ParcelState.PickedUp or ParcelState.InTransit => new ClockTerms(rules.Calendar, TimeUnit.WorkingDays, rules.DeliveryDays, data.StageSince),
        _ => null,
    };

    /// <summary>A new stage has its own time, and an alarm of its own.</summary>
    private void EnterStage(ParcelState from)
    {
        var goesOn = (from, Data.State) is (ParcelState.Ordered, ParcelState.Held) or (ParcelState.PickedUp, ParcelState.InTransit);
        if (!goesOn) Data = Data with { StageSince = Now, Alarms = ParcelAlarms.None };
    }

    private static UpdateParcelRow RowOf(ParcelData data) => new()
    {
        Parcel = data.Parcel,
        Agency = data.Agency,
        State = data.State,
        Since = data.Since,
        Order = data.Order,
        ItemCode = data.ItemCode,
        Obstacle = data.Obstacle,
        Remark = data.Remark,
        Alarms = data.Alarms,
        Cash = data.Cash,
        Due = data.Due,
        HeardAt = data.HeardAt,
    };
}
