using System.Text.Json;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Dossiers;

/// <content>
/// What is flagged. A flag stands while its cause does: which flags stand in the end follows from the rows, not from the order in which they
/// came.
/// </content>
internal sealed partial class Deciding
{
    /// <summary>Flags something: it is shown on the timeline and changes nothing by itself.</summary>
    /// <param name="flag">What.</param>
    /// <param name="rowId">The row concerned, if one is.</param>
    /// <param name="detail">More, without personal data.</param>
    /// <param name="isOurs">Whether the detail is for our own operators only.</param>
    public void Flag(DossierFlag flag, string? rowId, string? detail, bool isOurs = false)
    {
        Data = Data with { Alarms = Data.Alarms | DossierAlarms.Flagged };
        Send(new KeepFlag(Data.Dossier, rowId, flag, detail, occasion.Now));
        Publish(new DossierFlagged(Data.Dossier, flag, rowId, isOurs ? null : detail));
    }

    /// <summary>A flag of the dossier as a whole stands no longer.</summary>
    public void Resolve(DossierFlag flag) => Flag(DossierFlag.Resolved, rowId: null, JsonNamingPolicy.CamelCase.ConvertName(flag.ToString()));

    /// <summary>Rows that waited for their time take effect when the clock has reached it, not before.</summary>
    private void TakeWhatCameDue() =>
        Remark(row => row.Marks.HasFlag(RowMarks.FlaggedFuture) && row.Time <= occasion.Now, RowMarks.FlaggedFuture, row =>
            Flag(DossierFlag.Resolved, $"{row.Id:x16}", "its time has come"));

    private void FollowImpossible(IReadOnlySet<ulong> impossible) =>
        Remark(row => impossible.Contains(row.Id) != row.Marks.HasFlag(RowMarks.FlaggedImpossible), RowMarks.FlaggedImpossible, row =>
        {
            var flag = row.Marks.HasFlag(RowMarks.FlaggedImpossible) ? DossierFlag.Resolved : DossierFlag.ImpossibleTransition;
            Flag(flag, $"{row.Id:x16}", $"state {(int)row.State}");
        });

    /// <summary>Turns a mark of some rows and tells of each as it was. A row that an operator accepted is flagged as that and as nothing else.</summary>
    private void Remark(Func<StatusRow, bool> which, RowMarks mark, Action<StatusRow> tell)
    {
        StatusRow[]? rows = null;
        for (var index = 0; index < Data.Rows.Count; index++)
        {
            var row = Data.Rows[index];
            if (!which(row)) continue;
            rows ??= [.. Data.Rows];
            rows[index] = row with { Marks = row.Marks ^ mark };
            if (!row.Marks.HasFlag(RowMarks.Corrected)) tell(row);
        }

        if (rows is not null) Data = Data with { Rows = rows };
    }

    private void FollowFlags(Shown now, History history, Deadline deadline)
    {
        Stand(DossierFlag.NoTerm, now.AcceptedAt is not null && Data.Term is null, detail: null);
        Stand(DossierFlag.DeadlineDiffers, Math.Abs(deadline.Difference ?? 0) > rules.DeadlineTolerance, $"{deadline.Difference} working days");

        var moves = history.Promise?.Flagged() ?? 0;
        if (moves > Data.Shown.AppointmentMoves) Flag(DossierFlag.AppointmentMoved, rowId: null, $"move {history.Promise!.Moves}");
        else if (moves == 0 && Data.Shown.AppointmentMoves > 0) Resolve(DossierFlag.AppointmentMoved);
        if (moves != Data.Shown.AppointmentMoves) Data = Data with { Shown = Data.Shown with { AppointmentMoves = moves } };
    }

    /// <summary>A flag of the dossier as a whole.</summary>
    private void Stand(DossierFlag flag, bool stands, string? detail)
    {
        var standing = Data.Shown.Flags ?? [];
        if (standing.Contains(flag) == stands) return;
        DossierFlag[] flags = stands ? [.. standing, flag] : [.. standing.Where(other => other != flag)];
        Data = Data with { Shown = Data.Shown with { Flags = flags.Length == 0 ? null : flags } };
        if (stands) Flag(flag, rowId: null, detail);
        else Resolve(flag);
    }
}
