using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Agencies.Sending;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Journeys;

/// <summary>Leads dossiers along their journeys: a step is taken some time after the portal acknowledged the one before.</summary>
internal sealed class JourneyGuide : IDisposable
{
    private readonly Outboxes _outboxes;
    private readonly DossierBook _book;
    private readonly FaultBook _faults;
    private readonly SendCounts _counts;
    private readonly CurrentSettings _settings;
    private readonly TimeProvider _time;
    private readonly Agenda<AgencyDossier> _steps;

    /// <summary>Creates it, and has itself told what the portal acknowledged.</summary>
    public JourneyGuide(
        Outboxes outboxes, SendingDesk desk, DossierBook book, FaultBook faults, SendCounts counts, CurrentSettings settings, TimeProvider time)
    {
        (_outboxes, _book, _faults, _counts, _settings, _time) = (outboxes, book, faults, counts, settings, time);
        _steps = new Agenda<AgencyDossier>(time, Step);
        desk.Acknowledged = Acknowledged;
        desk.GivenUp = GiveUp;
    }

    /// <summary>A dossier was stored for the first time: its journey begins.</summary>
    public void Begin(AgencyDossier dossier) => _steps.Add(dossier, WaitOf(dossier, step: 0));

    /// <summary>A dossier of the system's own is to be made known to the portal; its journey follows.</summary>
    public void Introduce(AgencyDossier dossier, DateTimeOffset at)
    {
        lock (dossier)
        {
            dossier.LastStepAt = at;
            _book.Keep(dossier);
        }

        _outboxes.Add(new OutboxItem { Dossier = dossier, State = dossier.Journey!.Steps[0].State });
    }

    /// <summary>Goes on with a dossier that was brought back: what was not acknowledged is told again, with the times that it was told with before.</summary>
    public void Resume(AgencyDossier dossier)
    {
        OutboxItem? item;
        lock (dossier)
        {
            // One that is to be sent whole and cannot be made again here is brought in again by who brought it in before.
            if (dossier.Journey is null || dossier is { IsCounter: true, IsSynced: false, Content: null }) return;
            item = dossier.GivenUp is null ? Unacknowledged(dossier, dossier.Journey) : null;
        }

        if (item is not null) _outboxes.Add(item);
        else if (dossier.IsFinished || dossier.GivenUp is not null) _book.Finished(dossier);
        else _steps.Add(dossier, WaitOf(dossier, dossier.StepsTaken));
    }

    /// <inheritdoc/>
    public void Dispose() => _steps.Dispose();

    private void Step(AgencyDossier dossier)
    {
        OutboxItem item;
        lock (dossier)
        {
            if (dossier.Journey is not { } journey || dossier.StepsTaken >= journey.Steps.Count) return;
            // Times of a dossier never run backwards, whatever the machine's clock does; to the second, several steps may share one.
            var now = dossier.IsOld ? dossier.LastStepAt.AddDays(1) : _time.GetUtcNow();
            if (now > dossier.LastStepAt) dossier.LastStepAt = now;
            item = dossier is { IsSynced: false, Content: not null, System.Style.SyncsFirst: true }
                ? new OutboxItem { Dossier = dossier, IsUpdating = true, State = journey.Steps[0].State }
                : Rows(dossier, journey);
            _book.Keep(dossier);
        }

        _outboxes.Add(item);
    }

    private OutboxItem Rows(AgencyDossier dossier, Journey journey)
    {
        var first = dossier.StepsTaken++;
        if (BillOf(dossier, journey, first) is { } bill) return bill;
        var row = StepRow.Of(dossier, journey, first, dossier.LastStepAt, _settings.Value.Seed);
        var isLast = dossier.StepsTaken >= journey.Steps.Count;
        if (isLast || journey.Steps[first + 1].AsksForFee || _faults.Draw(dossier.System.Party, FaultKind.Reorder, dossier.Code) is null)
        {
            return new OutboxItem { Dossier = dossier, Rows = [row], State = journey.Steps[first].State };
        }

        // The later row goes out before the earlier one, a second apart so that their times tell the right order.
        _counts.Count(SendEvent.Reordered);
        dossier.LastStepAt += TimeSpan.FromSeconds(1);
        var next = dossier.StepsTaken++;
        var later = StepRow.Of(dossier, journey, next, dossier.LastStepAt, _settings.Value.Seed);
        return new OutboxItem { Dossier = dossier, Rows = [later, row], State = journey.Steps[next].State };
    }

    /// <summary>The step as a whole dossier; null for one that is told by a row.</summary>
    private static OutboxItem? BillOf(AgencyDossier dossier, Journey journey, int step) => dossier.Content is not null && journey.Steps[step].AsksForFee
        ? new OutboxItem { Dossier = dossier, IsUpdating = true, IsStep = true, State = journey.Steps[step].State }
        : null;

    private OutboxItem? Unacknowledged(AgencyDossier dossier, Journey journey)
    {
        if (dossier is { IsCounter: true, IsSynced: false }) return new OutboxItem { Dossier = dossier, State = journey.Steps[0].State };
        var (first, last) = (dossier.RowsAcknowledged, dossier.StepsTaken - 1);
        if (first > last) return null;
        if (first == last && BillOf(dossier, journey, last) is { } bill) return bill;
        var row = RowOf(last, dossier.LastStepAt);
        // Two of them were put in the wrong order on purpose, and are again.
        IReadOnlyList<ProgressRow> rows = first == last ? [row] : [row, RowOf(first, dossier.LastStepAt - TimeSpan.FromSeconds(1))];
        return new OutboxItem { Dossier = dossier, Rows = rows, State = journey.Steps[last].State };

        ProgressRow RowOf(int step, DateTimeOffset at) => StepRow.Of(dossier, journey, step, at, _settings.Value.Seed);
    }

    private void Acknowledged(OutboxItem item)
    {
        var dossier = item.Dossier;
        TimeSpan? wait;
        lock (dossier)
        {
            dossier.AcknowledgedState = item.State;
            if (item is { IsWhole: true, IsStep: false })
            {
                dossier.IsSynced = true;
                wait = TimeSpan.Zero;
            }
            else
            {
                dossier.RowsAcknowledged += item.IsStep ? 1 : item.Rows.Count;
                wait = dossier.IsFinished ? null : WaitOf(dossier, dossier.StepsTaken);
            }

            if (!dossier.WillAskForFee) dossier.DropContent();

            _book.Keep(dossier);
        }

        if (wait is { } time) _steps.Add(dossier, time);
        else _book.Finished(dossier);
    }

    private void GiveUp(OutboxItem item, string code)
    {
        lock (item.Dossier)
        {
            item.Dossier.GivenUp = code;
            _book.Keep(item.Dossier);
        }

        _book.Finished(item.Dossier);
    }

    private TimeSpan WaitOf(AgencyDossier dossier, int step)
    {
        var settings = _settings.Value;
        var slowness = dossier.Journey is { } journey && step < journey.Steps.Count ? journey.Steps[step].Slowness : 1;
        var wait = Chance.Between(settings.StepMilliseconds[0], settings.StepMilliseconds[1], settings.Seed, "step", dossier.Code, step);
        return TimeSpan.FromMilliseconds(wait * slowness);
    }
}
