using System.Globalization;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Dossiers;

/// <content>What the agency says.</content>
public sealed partial class DossierSaga :
    IHandle<DossierData, RecordAgencyStatus>,
    IHandle<DossierData, AcceptCorrection>
{
    /// <summary>A row of the agency's: kept once, and followed to where all rows together lead.</summary>
    public Decision<DossierData> Handle(DossierData state, RecordAgencyStatus message, Occasion occasion)
    {
        var row = StatusRow.Of(message.Row);
        if (state.Rows.Any(known => known.Id == row.Id)) return Become(state);
        if (state.Folded is { LastRowAt: { } horizon } && row.Time <= horizon) return TooOld(state, message, occasion);

        var isFuture = row.Time > occasion.Now + rules.FutureTolerance;
        var data = WithDates(state, message.Row) with
        {
            Rows = HistoryFold.Insert(state.Rows, isFuture ? row with { Marks = RowMarks.FlaggedFuture } : row),
            Before = state.Before is DossierState.Unrouted ? state.Before : DossierState.Registered,
        };
        var decision = new Deciding(Remember(data), rules, occasion) { Text = message.Row.Text };
        decision.CancelClock(ClockNames.Undelivered);
        if (isFuture) decision.Flag(DossierFlag.FromTheFuture, message.Row.RowId, detail: null);
        decision.Follow();
        decision.Keep(message.System, message.Row, FlagOf(decision, row, isFuture));
        return decision.Done();
    }

    /// <summary>An operator accepts a flagged row as a correction: it takes effect in its place.</summary>
    public Decision<DossierData> Handle(DossierData state, AcceptCorrection message, Occasion occasion)
    {
        var id = ulong.Parse(message.RowId, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (!state.Rows.Any(row => row.Id == id && !row.Marks.HasFlag(RowMarks.Corrected))) return Become(state);
        var rows = state.Rows.Select(row => row.Id == id ? row with { Marks = row.Marks | RowMarks.Corrected } : row).ToArray();
        var decision = new Deciding(state with { Rows = rows }, rules, occasion);
        decision.Flag(DossierFlag.Corrected, message.RowId, $"by {message.AcceptedBy}: {message.Reason}");
        decision.Follow();
        return decision.Done();
    }

    private static DossierFlag? FlagOf(Deciding decision, StatusRow row, bool isFuture) =>
        isFuture ? DossierFlag.FromTheFuture : decision.IsImpossible(row.Id) ? DossierFlag.ImpossibleTransition : null;

    private Decision<DossierData> TooOld(DossierData state, RecordAgencyStatus message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        decision.Keep(message.System, message.Row, DossierFlag.TooOld);
        return decision.Done();
    }

    /// <summary>The dates that a row of the whole dossier carries. Of two rows the one with the later time speaks.</summary>
    private static DossierData WithDates(DossierData state, AgencyStatusRow row)
    {
        var data = state;
        if (row.ReceivedAt is { } received && (data.ReceivedAt is null || row.At >= data.ReceivedAt.RowAt))
        {
            data = data with { ReceivedAt = new Dated(received, row.At) };
        }

        if (row.AppointmentAt is { } promised && !data.Appointments.Any(known => known.Date == promised))
        {
            var appointments = data.Appointments.Append(new Appointment(promised, row.At, !string.IsNullOrWhiteSpace(row.Text)));
            data = data with { Appointments = [.. appointments.OrderBy(known => known.RowAt).ThenBy(known => known.Date)] };
        }

        return data;
    }

    /// <summary>Keeps the state within its budget: the oldest rows are folded into what they led to.</summary>
    private DossierData Remember(DossierData data)
    {
        if (data.Rows.Count <= rules.RowsRemembered) return data;
        var old = data.Rows.Take(data.Rows.Count / 2).ToList();
        var (folded, _) = HistoryFold.Fold(Deciding.StartOf(data), old, DateTimeOffset.MaxValue);
        return data with { Folded = folded, Rows = [.. data.Rows.Skip(old.Count)] };
    }
}
