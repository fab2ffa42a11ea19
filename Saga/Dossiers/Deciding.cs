using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// A decision in the making: the data as it becomes, and the effects. <see cref="Follow"/> compares where the rows lead with what was shown
/// last, and turns every difference into events, clocks, figures and notices.
/// </summary>
internal sealed partial class Deciding(DossierData start, DossierRules rules, Occasion occasion)
{
    private DossierData _data = start;
    private readonly List<Effect> _effects = [];
    private string? _edge;
    private IReadOnlySet<ulong> _impossible = new HashSet<ulong>();
    private bool _rowChanged;

    /// <summary>What the agency wrote in the row that is being handled.</summary>
    public string? Text { get; init; }

    /// <summary>Why the deadline changes, when it is not the dossier's own course.</summary>
    public DeadlineCause? DeadlineCause { get; init; }

    /// <summary>Where the rows of a dossier begin.</summary>
    public static History StartOf(DossierData data) => data.Folded ?? new History
    {
        // A dossier that an agency received itself begins with its first row, whichever state that has.
        State = data.Origin == DossierOrigin.Agency ? null : data.Rows.Count > 0 ? DossierState.Registered : data.Before,
        Since = data.DeliveredAt ?? data.FiledAt,
    };

    /// <summary>The finished decision.</summary>
    public Decision<DossierData> Done()
    {
        if (_rowChanged) ShowRow();
        var decision = new Decision<DossierData>(_data).With(_effects);
        return _edge is null ? decision : decision.Took(_edge);
    }

    /// <summary>Whether a row is not allowed by the graph where it stands.</summary>
    public bool IsImpossible(ulong row) => _impossible.Contains(row);

    public void Send(object command) => _effects.Add(new SendEffect(command));

    public void Publish(object @event) => _effects.Add(new PublishEffect(@event));

    public void CancelClock(string name) => _effects.Add(new CancelClockEffect(name));

    /// <summary>Sets out for the one-stop system, watched by the clocks of delivery and acceptance.</summary>
    public void SetOut()
    {
        Deliver();
        SetClock(ClockNames.Undelivered, new ClockTerms($"system:{_data.System}", TimeUnit.ServiceMinutes, rules.DeliveryMinutes, occasion.Now));
        if (!_data.Alarms.HasFlag(DossierAlarms.NotAccepted))
        {
            SetClock(ClockNames.Acceptance, new ClockTerms(_data.Calendar, TimeUnit.WorkingHours, rules.AcceptanceHours * 60L, _data.FiledAt));
        }

        _rowChanged = true;
    }

    public void Deliver() => Send(new DeliverDossier(_data.Dossier, _data.System!, _data.Revision));

    public void Receipt(int version, DateTimeOffset receivedAt, DateTimeOffset? deadline, bool provisional)
    {
        Publish(new ReceiptIssued(_data.Dossier, version, receivedAt, _data.Agency, deadline, provisional));
        _rowChanged = true;
    }

    /// <summary>Keeps a row in the history.</summary>
    public void Keep(string system, AgencyStatusRow row, DossierFlag? flag) => Send(new KeepHistoryRow(_data.Dossier, system, row, occasion.Now, flag));

    /// <summary>Flags something: it is shown on the timeline and changes nothing by itself.</summary>
    public void Flag(DossierFlag flag, string? rowId, string? detail)
    {
        _data = _data with { Alarms = _data.Alarms | DossierAlarms.Flagged };
        Send(new KeepFlag(_data.Dossier, rowId, flag, detail, occasion.Now));
        Publish(new DossierFlagged(_data.Dossier, flag, rowId, detail));
        _rowChanged = true;
    }

    /// <summary>Raises an alarm, once.</summary>
    public void Alarm(DossierAlarms alarm, object @event, DailyFigure? figure)
    {
        if (_data.Alarms.HasFlag(alarm)) return;
        _data = _data with { Alarms = _data.Alarms | alarm };
        Publish(@event);
        if (figure is { } counted && _data.Agency is { } agency) Count(agency, counted, occasion.Now);
        _rowChanged = true;
    }

    public void Count(AgencyCode agency, DailyFigure figure, DateTimeOffset at, int by = 1) =>
        Send(new CountFigure(_data.Dossier, agency, VietnamTime.DayOf(at), figure, by));

    public void NotifyReceipt() => Notify("receipt", _data.Shown.State, _data.FiledAt);

    /// <summary>Tells the applicant of a centrally served dossier (A33.3); of others the agency tells him itself (A33.4).</summary>
    public void Notify(string notice, DossierState state, DateTimeOffset at)
    {
        if (!_data.Central || _data.Notify == NoticeChannels.None) return;
        Send(new NotifyApplicant(_data.Dossier, notice, state, at, _data.Shown.Deadline, _data.Notify));
    }

    private void SetClock(string name, ClockTerms terms) => _effects.Add(new SetClockEffect(name, occasion.Calendars.Due(terms), terms));

    private void ShowRow() => Send(new UpdateDossierRow
    {
        Dossier = _data.Dossier,
        State = _data.Shown.State,
        StateSince = _data.Shown.Since,
        ReceiptVersion = _data.Shown.Receipt,
        AcceptedAt = _data.Shown.AcceptedAt,
        Deadline = _data.Shown.Deadline,
        OwnDeadline = _data.Shown.OwnDeadline,
        DeadlineSuspended = _data.Shown.Suspended,
        FinishedAt = _data.Shown.FinishedAt,
        DeliveredAt = _data.DeliveredAt,
        Alarms = _data.Alarms,
        Agency = _data.Agency,
        System = _data.System,
    });
}
