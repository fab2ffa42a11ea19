using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Parking;
using DichVuCong.Simulation.Bus.Store;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>The second half of a batch: everything that <c>BatchWriter</c> writes, in its order, in one step.</summary>
internal sealed class BatchCommit(World world, VirtualHost host, LaneTransaction open)
{
    private readonly Tables _tables = world.Tables;
    private readonly BatchInput _input = open.Input;
    private readonly BatchOutput _output = open.Output;

    public void Apply()
    {
        world.Note("batch", _input.Messages.Count == 0 ? "clocks" : _input.Messages[0].Key, _input.Messages.Count);
        world.Checks.BeforeBatch(open);
        foreach (var message in _input.Messages) _tables.Ready[message.Lane].Remove(message.Seq);
        foreach (var expired in _input.Expired) _tables.Waiting.RemoveAll(row => row.Message.Id == expired.Id);
        foreach (var command in _output.ParkingCommands) MessageParking.Obey(world, command);
        if (world.Mutation != Mutation.DropMessageOfAbsentSaga) _tables.Waiting.AddRange(_output.Waiting);
        WriteSagas();
        WriteQueues();
        WriteClocks();
        foreach (var (recorder, messages) in _output.Recorded) world.Recorders[recorder].Record(messages);
        WriteJournal();
    }

    private void WriteSagas()
    {
        foreach (var slot in _output.Sagas)
        {
            if (slot.IsNew) Insert(slot);
            else Update(slot);
        }
    }

    private void Insert(SagaSlot slot)
    {
        var row = new SagaRow
        {
            Id = slot.Id,
            Type = slot.Type,
            Key = slot.Key,
            Flow = slot.Flow,
            Lane = slot.Lane,
            Version = slot.Version,
            LastNow = slot.LastNow,
            State = slot.State!,
        };
        if (!_tables.Sagas.TryAdd((slot.Type, slot.Key), row)) Checks.Fail("one-writer", $"the saga {slot.Key} is started twice");
        _tables.SagasById.Add(slot.Id, row);
        foreach (var waiting in _tables.Waiting.Where(row => row.Message.Endpoint == slot.Type && row.Message.Key == slot.Key).ToList())
        {
            _tables.Waiting.Remove(waiting);
            _tables.PutBack(waiting.Message);
        }
    }

    /// <summary>The check of the version, which the lane's lock makes superfluous: when it fails, that is a defect.</summary>
    private void Update(SagaSlot slot)
    {
        var row = _tables.SagasById[slot.Id];
        if (row.Version != slot.LoadedVersion) Checks.Fail("one-writer", $"the saga {slot.Key} was written by two batches");
        if (slot.LastNow < row.LastNow) Checks.Fail("time-never-falls", $"the saga {slot.Key} decided at {row.LastNow:O} and then at {slot.LastNow:O}");
        (row.Version, row.LastNow, row.State) = (slot.Version, slot.LastNow, slot.State!);
    }

    private void WriteQueues()
    {
        var (ready, calls) = (_output.Ready.Count, _output.Outbound.Count);
        if (world.Mutation == Mutation.ForgetHalfOfACommit) (ready, calls) = ((ready + 1) / 2, (calls + 1) / 2);
        for (var index = 0; index < ready; index++) _tables.Enqueue(_output.Ready[index], open.ReadySeqs[index]);
        for (var index = 0; index < calls; index++)
        {
            var call = CallRow.Of(_output.Outbound[index], open.CallSeqs[index]);
            _tables.Lines[call.Line].Outbound.Add(call.Seq, call);
        }

        foreach (var message in _output.PutBack) _tables.PutBack(message);
        foreach (var (scope, message) in _output.Held) _tables.Hold(scope, message);
        foreach (var parked in _output.Parked) MessageParking.Park(world, parked);
    }

    private void WriteClocks()
    {
        foreach (var firing in _input.Firings)
        {
            if (!_tables.Clocks.TryGetValue((firing.Saga, firing.Clock), out var clock) || clock.State != ClockState.Running) continue;
            if (firing.MovedTo is { } due) world.SetClock(clock with { Due = due, CalendarVersion = firing.CalendarVersion });
            else _tables.Set(clock with { State = ClockState.Fired });
            if (world.Mutation == Mutation.FireTwice && firing.MovedTo is null) FireAgain(firing);
        }

        if (world.Mutation == Mutation.LoseClocksOnCrash) host.Run(TimeSpan.FromMilliseconds(40), WriteChanges);
        else WriteChanges();
    }

    private void WriteChanges()
    {
        var kept = new HashSet<(long, short)>();
        foreach (var slot in _output.Sagas)
        {
            foreach (var (name, change) in slot.Clocks)
            {
                if (ClockWrite.Apply(world, _input, slot, name, change)) kept.Add((slot.Id, world.ClockNumber(name)));
            }
        }

        foreach (var (saga, clock) in _input.Consumed)
        {
            if (!kept.Contains((saga, world.ClockNumber(clock)))) _tables.RemoveClock(saga, world.ClockNumber(clock));
        }
    }

    private void FireAgain(ClockFiring firing)
    {
        var message = firing.ToMessage(world.Topology, world.Vocabulary, _input.Now);
        _tables.Enqueue(message with { Id = world.NewId() }, _tables.NextSeq());
    }

    private void WriteJournal()
    {
        var forgets = world.Mutation == Mutation.ForgetTheJournal;
        _tables.Journal.AddRange(forgets ? _output.Journal.Where(entry => entry.Outcome != JournalOutcome.Decided || entry.N % 7 != 0) : _output.Journal);
    }
}
