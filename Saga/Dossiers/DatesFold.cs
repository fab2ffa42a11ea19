namespace DichVuCong.Saga.Dossiers;

/// <summary>
/// Takes NgayTiepNhan and NgayHenTra from the rows that carry them: the latest row speaks, and of several of the same time (DongBoHoSoMC has
/// none of its own) the one with the later date, so that the order in which they came does not matter. A row that the state graph does not
/// allow speaks too: what is wrong with it is its state. After the end a row may still give a date that was missing, but no longer move one.
/// </summary>
internal static class DatesFold
{
    /// <summary>Adds the dates of rows that carry some to a history that all rows' states led to.</summary>
    public static History Fold(History history, List<StatusRow> dated) =>
        history with { ReceivedAt = ReceivedAt(history, dated), Promise = PromiseOf(history, dated) };

    private static DateTimeOffset? ReceivedAt(History history, List<StatusRow> dated)
    {
        var received = history.ReceivedAt;
        foreach (var row in dated.Where(row => row.Received != 0).OrderBy(row => row.At).ThenBy(row => row.Received))
        {
            if (received is null || !(row.Time > history.FinishedAt)) received = StatusRow.InstantOf(row.Received);
        }

        return received;
    }

    private static Promise? PromiseOf(History history, List<StatusRow> dated)
    {
        var promise = history.Promise;
        foreach (var row in dated.Where(row => row.Appointment != 0).OrderBy(row => row.At).ThenBy(row => row.Appointment))
        {
            if (promise is not null && row.Time > history.FinishedAt) continue;
            promise = Promise.After(promise, StatusRow.InstantOf(row.Appointment), row.Time, row.Marks.HasFlag(RowMarks.HasReason));
        }

        return promise;
    }
}
