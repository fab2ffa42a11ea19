using DichVuCong.Messaging;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>The statements that set, suspend, move and remove clocks.</summary>
internal sealed class ClockWrites(Vocabulary vocabulary, BatchInput input, BatchOutput output)
{
    private readonly record struct Row(long Saga, short Name, short Lane, ClockChange Change);

    public void Append(NpgsqlBatch batch)
    {
        Firings(batch);
        var changes = output.Sagas
            .SelectMany(slot => slot.Clocks.Select(pair => new Row(slot.Id, NumberOf(pair.Key), slot.Lane, pair.Value)))
            .OrderBy(row => row.Saga).ThenBy(row => row.Name)
            .ToList();
        Set(batch, [.. changes.Where(row => row.Change.Set is not null)]);
        Suspend(batch, [.. changes.Where(row => row.Change.SuspendedWith is not null)]);
        Delete(batch, changes);
    }

    private void Firings(NpgsqlBatch batch)
    {
        var fired = input.Firings.Where(firing => firing.MovedTo is null).ToList();
        if (fired.Count > 0) batch.Append(WriteCommands.MarkFired).Column(fired, row => row.Saga).Column(fired, row => row.Clock);
        var moved = input.Firings.Where(firing => firing.MovedTo is not null).ToList();
        if (moved.Count == 0) return;
        batch.Append(WriteCommands.MoveClocks)
            .Column(moved, row => row.Saga)
            .Column(moved, row => row.Clock)
            .Column(moved, row => row.MovedTo!.Value.UtcDateTime)
            .Column(moved, row => row.CalendarVersion!.Value);
    }

    private void Set(NpgsqlBatch batch, List<Row> rows)
    {
        if (rows.Count == 0) return;
        batch.Append(WriteCommands.SetClocks)
            .Column(rows, row => row.Saga)
            .Column(rows, row => row.Name)
            .Column(rows, row => row.Lane)
            .Column(rows, row => row.Change.Serial)
            .Column(rows, row => row.Change.Set!.Due.UtcDateTime)
            .Column(rows, row => Terms(row) is { } terms ? (short?)terms.Unit : null)
            .Column(rows, row => Terms(row)?.Calendar)
            .Column(rows, row => Terms(row) is null ? null : (int?)input.Calendars.Version)
            .Column(rows, row => Terms(row)?.Started.UtcDateTime)
            .Column(rows, row => Terms(row)?.Budget)
            .Column(rows, row => Terms(row)?.Used);
    }

    private static void Suspend(NpgsqlBatch batch, List<Row> rows)
    {
        if (rows.Count == 0) return;
        batch.Append(WriteCommands.SuspendClocks)
            .Column(rows, row => row.Saga)
            .Column(rows, row => row.Name)
            .Column(rows, row => row.Change.SuspendedWith!.Value)
            .Column(rows, row => row.Change.Serial);
    }

    /// <summary>Cancelled clocks, and fired ones whose firing was handled without setting them again.</summary>
    private void Delete(NpgsqlBatch batch, List<Row> changes)
    {
        var gone = changes.Where(row => row.Change.Cancelled).Select(row => (row.Saga, row.Name)).ToHashSet();
        var kept = changes.Where(row => !row.Change.Cancelled).Select(row => (row.Saga, row.Name)).ToHashSet();
        foreach (var (saga, clock) in input.Consumed)
        {
            if (!kept.Contains((saga, NumberOf(clock)))) gone.Add((saga, NumberOf(clock)));
        }

        if (gone.Count == 0) return;
        var rows = gone.OrderBy(row => row.Saga).ThenBy(row => row.Name).ToList();
        batch.Append(WriteCommands.DeleteClocks).Column(rows, row => row.Saga).Column(rows, row => row.Name);
    }

    private static ClockTerms? Terms(Row row) => row.Change.Set!.Terms;

    private short NumberOf(string clock) =>
        vocabulary.TryClock(clock, out var number) ? number : throw new InvalidOperationException($"The clock '{clock}' was not learnt.");
}
