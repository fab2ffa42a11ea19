using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>Puts the statements of a decided batch together: one round trip, whatever the number of messages.</summary>
internal sealed class BatchWriter(Vocabulary vocabulary, IReadOnlyDictionary<string, IRecorder> recorders, BatchInput input, BatchOutput output)
{
    private readonly List<(NpgsqlBatchCommand Command, ulong Rows, string What)> _counted = [];

    /// <summary>Appends all statements to <paramref name="batch"/>.</summary>
    public void Write(NpgsqlBatch batch, IReadOnlyDictionary<short, ChainLink> chains)
    {
        ParkingWrites.Append(batch, output.ParkingCommands);
        // Before the sagas: one that this batch starts releases what this batch found without it, too.
        WriteWaiting(batch);
        WriteSagas(batch);
        WriteQueues(batch);
        new ClockWrites(vocabulary, input, output).Append(batch);
        foreach (var (endpoint, messages) in output.Recorded) recorders[endpoint].Record(messages, batch);
        JournalWrites.Append(batch, vocabulary, output.Journal, chains);
    }

    /// <summary>Checks that every row that had to be written was.</summary>
    /// <exception cref="BatchDefectException">One was not: a defect, since the lane's lock rules it out.</exception>
    public void CheckCounts()
    {
        foreach (var (command, rows, what) in _counted)
        {
            if (command.Rows != rows) throw new BatchDefectException($"{what}: {command.Rows} rows instead of {rows}.");
        }
    }

    private void WriteWaiting(NpgsqlBatch batch)
    {
        if (output.Waiting.Count == 0) return;
        QueueWrites.Envelopes(batch.Append(WriteCommands.InsertWaiting), [.. output.Waiting.Select(waiting => waiting.Message)])
            .Column(output.Waiting, waiting => waiting.Until.UtcDateTime);
    }

    private void WriteSagas(NpgsqlBatch batch)
    {
        // One answer for the whole batch: it may change between two columns.
        var schemas = vocabulary.Written.OfSagas();
        var changed = output.Sagas.Where(slot => !slot.IsNew).OrderBy(slot => slot.Id)
            .Select(slot => (Slot: slot, Form: slot.ToStore(schemas[slot.Definition]))).ToList();
        if (changed.Count > 0)
        {
            var update = batch.Append(WriteCommands.UpdateSagas)
                .Column(changed, row => row.Slot.Id)
                .Column(changed, row => row.Slot.LoadedVersion)
                .Column(changed, row => row.Slot.Version)
                .Column(changed, row => row.Form.Schema)
                .Column(changed, row => row.Slot.LastNow.UtcDateTime)
                .Column(changed, row => row.Form.Bytes);
            _counted.Add((update, (ulong)changed.Count, "Sagas updated"));
        }

        var started = output.Sagas.Where(slot => slot.IsNew).OrderBy(slot => slot.Type).ThenBy(slot => slot.Key, StringComparer.Ordinal).ToList();
        if (started.Count == 0) return;
        batch.Append(WriteCommands.InsertSagas)
            .Column(started, slot => slot.Id)
            .Column(started, slot => slot.Type)
            .Column(started, slot => slot.Key)
            .Column(started, slot => slot.Flow)
            .Column(started, slot => slot.Version)
            .Column(started, slot => schemas[slot.Definition])
            .Column(started, slot => slot.LastNow.UtcDateTime)
            .Column(started, slot => slot.Definition.WriteState(slot.State!, schemas[slot.Definition]));
        batch.Append(WriteCommands.ReleaseWaiting)
            .Column(started, slot => slot.Type)
            .Column(started, slot => slot.Key);
    }

    private void WriteQueues(NpgsqlBatch batch)
    {
        QueueWrites.Ready(batch, output.Ready);
        QueueWrites.Outbound(batch, output.Outbound);
        if (output.PutBack.Count > 0)
        {
            QueueWrites.Envelopes(batch.Append(WriteCommands.PutBack), output.PutBack);
            var lowest = output.PutBack.GroupBy(message => message.Lane).OrderBy(group => group.Key).Select(group => group.MinBy(row => row.Seq)!).ToList();
            batch.Append(MarkCommands.Lower).Column(lowest, row => row.Lane).Column(lowest, row => row.Seq);
        }

        if (output.Held.Count > 0)
        {
            QueueWrites.Envelopes(batch.Append(WriteCommands.InsertHeld), [.. output.Held.Select(held => held.Message)])
                .Column(output.Held, held => held.Scope)
                .With(input.Now.UtcDateTime);
        }

        ParkingWrites.Park(batch, output.Parked, input.Now);
        ParkingWrites.CloseForNewerBuild(batch, output.ForNewerBuild, input.Now);
    }
}

/// <summary>A batch found its rows changed by somebody else. Everything rolls back; it is logged as the defect it is.</summary>
public sealed class BatchDefectException(string message) : Exception(message);
