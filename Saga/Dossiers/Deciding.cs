using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// A decision in the making: the data as it becomes, and the effects. <see cref="Follow"/> compares where the rows lead with what was shown
/// last, and turns every difference into events, clocks, figures and notices.
/// </summary>
internal sealed partial class Deciding(DossierData before, DossierRules rules, Occasion occasion)
{
    private readonly DossierData _before = before;
    private readonly List<Effect> _effects = [];
    private string? _edge;
    private IReadOnlySet<ulong> _impossible = HistoryFold.NoRows;

    /// <summary>The data as it becomes.</summary>
    public DossierData Data { get; set; } = before;

    /// <summary>The agency's row that is being handled.</summary>
    public AgencyStatusRow? Row { get; init; }

    /// <summary>Whether it is the first row of a dossier that an agency received itself: the portal hears of the dossier with it.</summary>
    public bool IsFirstRow { get; init; }

    /// <summary>Whether the registry's row is written although nothing in it is known to have changed.</summary>
    public bool IsNew { get; init; }

    /// <summary>Where the rows of a dossier begin.</summary>
    public static History StartOf(DossierData data) => data.Folded ?? new History
    {
        // A dossier that an agency received itself begins with its first row, whichever state that has.
        State = data.Origin == DossierOrigin.Agency ? null : data.Rows.Count > 0 ? DossierState.Registered : data.Before,
        Since = data.DeliveredAt ?? data.BeforeSince ?? data.FiledAt,
        ReceivedAt = data.Origin == DossierOrigin.Agency ? data.FiledAt : null,
    };

    /// <summary>The finished decision.</summary>
    public Decision<DossierData> Done()
    {
        var row = RowOf(Data);
        if (IsNew || row != RowOf(_before)) Send(row);
        var decision = new Decision<DossierData>(Data).With(_effects);
        return _edge is null ? decision : decision.Took(_edge);
    }

    /// <summary>Whether a row is not allowed by the graph where it stands.</summary>
    public bool IsImpossible(ulong row) => _impossible.Contains(row);

    public void Send(object command) => _effects.Add(new SendEffect(command));

    public void Publish(object @event) => _effects.Add(new PublishEffect(@event));

    /// <summary>Where the dossier stands while the agency has said nothing of it.</summary>
    public void Place(DossierState state) => Data = Data with { Before = state, BeforeSince = WholeSeconds.Of(occasion.Now) };

    /// <summary>Sets out for the one-stop system, watched until that has the dossier.</summary>
    public void SetOut()
    {
        Send(new DeliverDossier(Data.Dossier, Data.System!, Data.Revision));
        if (Data.DeliveredAt is not null) return;
        if (Data.Before == DossierState.RefusedBySystem) Place(DossierState.Filed);
        WatchDelivery();
    }

    /// <summary>The one-stop system refused to take the dossier.</summary>
    public void BeRefused()
    {
        CancelClock(ClockNames.Undelivered);
        if (Data.Before == DossierState.Filed) Place(DossierState.RefusedBySystem);
    }

    /// <summary>The one-stop system has the dossier, or shows by what it says of it that it has.</summary>
    public void Arrive(int revision)
    {
        if (Data.Before == DossierState.Unrouted) return;
        var isFirst = Data.DeliveredAt is null;
        Data = Data with
        {
            DeliveredRevision = Math.Max(Data.DeliveredRevision, revision),
            DeliveredAt = Data.DeliveredAt ?? WholeSeconds.Of(occasion.Now),
            Before = DossierState.Registered,
        };
        CancelClock(ClockNames.Undelivered);
        if (isFirst) Count(DailyFigure.Delivered, occasion.Now);
    }

    /// <summary>Issues the next version of the receipt.</summary>
    public void IssueReceipt(DateTimeOffset receivedAt, bool provisional)
    {
        Data = Data with { Shown = Data.Shown with { Receipt = Data.Shown.Receipt + 1 } };
        Publish(new ReceiptIssued(Data.Dossier, Data.Shown.Receipt, receivedAt, Data.Agency, Data.Shown.Deadline, provisional));
    }

    /// <summary>Keeps a row in the history.</summary>
    public void Keep(string system, AgencyStatusRow row, DossierFlag? flag) => Send(new KeepHistoryRow(Data.Dossier, system, row, occasion.Now, flag));

    /// <summary>Notes what came of asking about the dossier after a restore.</summary>
    public void Find(int restore, RestoreFinding finding, DossierState? told) =>
        Send(new KeepRestoreFinding(Data.Dossier, restore, finding, _before.Shown.State, told, occasion.Now));

    /// <summary>Raises an alarm, once.</summary>
    public void Alarm(DossierAlarms alarm, object @event)
    {
        if (Data.Alarms.HasFlag(alarm)) return;
        Data = Data with { Alarms = Data.Alarms | alarm };
        Publish(@event);
    }

    /// <summary>Tells the applicant of a centrally served dossier (A33.3); of others the agency tells him itself (A33.4).</summary>
    public void Notify(string notice, DossierState state, DateTimeOffset at)
    {
        if (!Data.Central || Data.Notify == NoticeChannels.None) return;
        Send(new NotifyApplicant(Data.Dossier, notice, state, at, Data.Shown.Deadline, Data.Notify));
    }

    private static UpdateDossierRow RowOf(DossierData data) => new()
    {
        Dossier = data.Dossier,
        State = data.Shown.State,
        StateSince = data.Shown.Since,
        ReceiptVersion = data.Shown.Receipt,
        AcceptedAt = data.Shown.AcceptedAt,
        Deadline = data.Shown.Deadline,
        OwnDeadline = data.Shown.OwnDeadline,
        DeadlineSuspended = data.Shown.Suspended,
        FinishedAt = data.Shown.FinishedAt,
        DeliveredAt = data.DeliveredAt,
        Alarms = data.Alarms,
        Agency = data.Agency,
        System = data.System,
    };
}
