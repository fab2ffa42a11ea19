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
        if (IsKnown(state.Rows, row.Id) || state.Seen?.Contains((uint)row.Id) == true) return Become(state);
        if (!row.ComesLast && state.Folded is { LastRowAt: { } horizon } && row.Time <= horizon) return TooOld(state, message, occasion);

        var isFuture = row.Time > occasion.Now + rules.FutureTolerance;
        if (isFuture) row = row with { Marks = row.Marks | RowMarks.FlaggedFuture };
        var isFirst = state is { Origin: DossierOrigin.Agency, Rows.Count: 0, Folded: null };
        var decision = new Deciding(state, rules, occasion) { Row = message.Row, IsFirstRow = isFirst };
        decision.Arrive(revision: 1);
        decision.Hear();
        decision.Data = decision.Data with { Rows = HistoryFold.Insert(state.Rows, row) };
        if (isFuture) decision.Flag(DossierFlag.FromTheFuture, message.Row.RowId, detail: null);
        decision.Follow();
        // Afterwards: a late row may be among those that are folded, and is judged before it goes.
        decision.Data = Remember(decision.Data);
        decision.Keep(message.System, message.Row, FlagOf(decision, row));
        return decision.Done();
    }

    /// <summary>
    /// An operator accepts a flagged row as a correction: it takes effect in its place. A row that has come to fit in the meantime is marked
    /// all the same, so that rows that come later cannot undo what was accepted.
    /// </summary>
    public Decision<DossierData> Handle(DossierData state, AcceptCorrection message, Occasion occasion)
    {
        if (!ulong.TryParse(message.RowId, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)) return Become(state);
        var decision = new Deciding(state, rules, occasion);
        var place = state.Rows.ToList().FindIndex(row => row.Id == id);
        if (place < 0)
        {
            // What became of it is folded into the history and cannot be undone: the operator must see that nothing came of this.
            if (state.Folded is not null) decision.Flag(DossierFlag.TooOld, message.RowId, "the correction comes too late");
            return decision.Done();
        }

        if (state.Rows[place].Marks.HasFlag(RowMarks.Corrected)) return Become(state);
        var rows = state.Rows.ToArray();
        rows[place] = rows[place] with { Marks = rows[place].Marks | RowMarks.Corrected };
        decision.Data = state with { Rows = rows };
        decision.Flag(DossierFlag.Corrected, message.RowId, $"by {message.AcceptedBy}: {message.Reason}", isOurs: true);
        decision.Follow();
        return decision.Done();
    }

    private static bool IsKnown(IReadOnlyList<StatusRow> rows, ulong id)
    {
        for (var index = rows.Count - 1; index >= 0; index--)
        {
            if (rows[index].Id == id) return true;
        }

        return false;
    }

    private static DossierFlag? FlagOf(Deciding decision, StatusRow row) =>
        row.Marks.HasFlag(RowMarks.FlaggedFuture) ? DossierFlag.FromTheFuture
        : decision.IsImpossible(row.Id) ? DossierFlag.ImpossibleTransition
        : null;

    /// <summary>
    /// Its time is folded already. Whether it is new or one of those that were folded cannot be told here: the history keeps each once, and
    /// shows on it that it came too late.
    /// </summary>
    private Decision<DossierData> TooOld(DossierData state, RecordAgencyStatus message, Occasion occasion)
    {
        var decision = new Deciding(state, rules, occasion);
        decision.Keep(message.System, message.Row, DossierFlag.TooOld);
        return decision.Done();
    }

    /// <summary>Keeps the state within its budget: the oldest quarter of the rows is folded into what it led to.</summary>
    private DossierData Remember(DossierData data)
    {
        if (data.Rows.Count <= rules.RowsRemembered) return data;
        var (folded, left) = HistoryFold.FoldOldest(Deciding.StartOf(data), data.Rows, Math.Max(1, data.Rows.Count / 4));
        return left.Count == data.Rows.Count ? data : data with { Folded = folded, Rows = left };
    }
}
