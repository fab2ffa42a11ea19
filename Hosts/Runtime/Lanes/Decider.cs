using DichVuCong.Messaging;
using DichVuCong.Runtime.Deaths;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Parking;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Telemetry;

namespace DichVuCong.Runtime.Lanes;

/// <summary>
/// Decides on the messages of one batch, in memory and in the order of their sequence numbers. A message whose decision fails is taken out
/// and parked; nothing else is touched by it.
/// </summary>
internal sealed class Decider(
    Topology topology, Vocabulary vocabulary, IReadOnlyDictionary<string, IReadOnlyList<string>> subscribers, ILineDirectory lines, BatchInput input)
{
    /// <summary>How long a message waits for its saga before it is parked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private readonly HashSet<(int Scope, string Key)> _closed = [.. input.Blocked];
    private readonly HashSet<(int Scope, string Key)> _released = [];

    /// <summary>Where it is shown what is being decided on; null when nobody looks.</summary>
    public DecisionWatch? Watch { get; init; }

    /// <summary>What the batch writes.</summary>
    public BatchOutput Output { get; } = new();

    /// <summary>Decides on all messages.</summary>
    public BatchOutput Decide()
    {
        foreach (var firing in input.Firings) Fire(firing);
        foreach (var expired in input.Expired) Park(expired, "No saga came for this message within the time it may wait.", closesKey: false);
        foreach (var message in input.Messages) DecideOn(message);
        Output.Sagas.AddRange(input.Sagas.Values.Where(slot => slot.IsDirty));
        return Output;
    }

    private void Fire(ClockFiring firing) => Output.Ready.Add(firing.ToMessage(topology, vocabulary, input.Now));

    private void DecideOn(Envelope message)
    {
        (int Scope, string Key) place = (message.Endpoint, message.Key);
        var type = vocabulary.TypeOf(message.Type);
        if (ReferenceEquals(type, ParkingCommand.Type))
        {
            Obey(message, place);
        }
        else if (_released.Contains(place))
        {
            Output.PutBack.Add(message);
        }
        else if (_closed.Contains(place))
        {
            Output.Held.Add((place.Scope, message));
        }
        else if (input.Condemned.TryGetValue(message.Id, out var verdict))
        {
            Park(message, verdict, closesKey: true);
        }
        else
        {
            DecideOpen(message, type);
        }
    }

    private void Obey(Envelope message, (int Scope, string Key) place)
    {
        var command = (ParkingCommand)ParkingCommand.Type.Read(message.Body, message.Schema);
        Output.ParkingCommands.Add(command with { Endpoint = message.Endpoint });
        // From here on, this batch's messages of the key go back to the queue: what was held comes before them.
        _released.Add(place);
        // So do those that this batch has held already: the key opens with this command, and nobody would look for them any more.
        Output.PutBack.AddRange(Output.Held.Where(held => held.Scope == place.Scope && held.Message.Key == place.Key).Select(held => held.Message));
        Output.Held.RemoveAll(held => held.Scope == place.Scope && held.Message.Key == place.Key);
        Output.ForNewerBuild.Remove(place);
        var outcome = command.Action switch
        {
            ParkingAction.Retry => JournalOutcome.Retried,
            ParkingAction.Edit => JournalOutcome.Edited,
            ParkingAction.Release => JournalOutcome.Released,
            _ => JournalOutcome.Discarded,
        };
        Journal(message, slot: null, outcome, edge: null);
    }

    private void DecideOpen(Envelope message, MessageType? type)
    {
        if (type is null || message.Schema > type.Schema || vocabulary.EndpointName(message.Endpoint) is not { } endpoint)
        {
            HoldForNewerBuild(message);
            return;
        }

        var slot = input.Sagas.GetValueOrDefault((message.Endpoint, message.Key));
        if (topology.Recorders.Contains(endpoint))
        {
            Record(message, type, endpoint);
        }
        else if (!topology.Sagas.TryGetValue(endpoint, out var definition) || !definition.Steps.TryGetValue(type.ClrType, out var step)
            || slot is { IsOfNewerBuild: true })
        {
            HoldForNewerBuild(message);
        }
        else
        {
            DecideUnderstood(message, type, slot, definition, step);
        }
    }

    /// <summary>A host of an older build published an event to a recorder that it does not know: this one writes the rows.</summary>
    private void Record(Envelope message, MessageType type, string recorder)
    {
        try
        {
            var recorded = new RecordedMessage(type.Read(message.Body, message.Schema), message.Id, message.Key, message.Lane, message.SentAt);
            if (!Output.Recorded.TryGetValue(recorder, out var all)) Output.Recorded.Add(recorder, all = []);
            all.Add(recorded);
        }
        catch (Exception failure) when (failure is System.Text.Json.JsonException or NotSupportedException)
        {
            Park(message, $"{failure.GetType().Name}: the body is not a {type.Name}.", closesKey: true);
        }
    }

    /// <summary>Not a fault of the message: a host of a newer build takes it, and until then the key's order stands.</summary>
    private void HoldForNewerBuild(Envelope message)
    {
        (int Scope, string Key) place = (message.Endpoint, message.Key);
        _closed.Add(place);
        Output.Held.Add((place.Scope, message));
        Output.ForNewerBuild.Add(place);
        Journal(message, input.Sagas.GetValueOrDefault((message.Endpoint, message.Key)), JournalOutcome.WaitsForNewerBuild, edge: null);
    }

    private void DecideUnderstood(Envelope message, MessageType type, SagaSlot? slot, SagaDefinition definition, SagaStep step)
    {
        try
        {
            Watch?.Begin(message.Id, message.Type);
            using var activity = LaneTelemetry.Decide(message, definition.Endpoint, type);
            var body = type.Read(message.Body, message.Schema);
            if (body is ClockFired fired && !IsCurrent(message, fired, slot))
            {
                Journal(message, slot, JournalOutcome.StaleClock, edge: null);
            }
            else if (slot is null && !step.Starts)
            {
                WithoutSaga(message, step.Absent);
            }
            else
            {
                slot ??= NewSlot(message, definition);
                DecideWith(message, activity?.Id, body, step, slot);
                if (body is ClockFired handled) input.Consumed.Add((slot.Id, handled.Clock));
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A pure decision that failed fails again: it is parked at once.
            Park(message, DecisionFailure.TextOf(failure), closesKey: true);
        }
        finally
        {
            Watch?.End();
        }
    }

    /// <summary>Decides. Where the decision is recorded as a <paramref name="span"/> of its trace, what follows from it comes below that.</summary>
    private void DecideWith(Envelope message, string? span, object body, SagaStep step, SagaSlot slot)
    {
        var now = input.Now > slot.LastNow ? input.Now : slot.LastNow;
        var decision = step.Decide(slot.State, body, new Occasion(now, input.Calendars, message.Id, message.SentAt));
        // Effects may still fail to be routed or written: nothing of the decision is kept before all of them are ready.
        var cause = span is null ? message : message with { Trace = span };
        var effects = new EffectRouter(topology, vocabulary, subscribers, lines, cause, slot, now).Route(decision.Effects);

        if (slot.IsNew && slot.Version == 0) input.Sagas[(message.Endpoint, message.Key)] = slot;
        slot.State = decision.StateObject;
        slot.Version++;
        slot.LastNow = now;
        foreach (var (name, change) in effects.Clocks)
        {
            slot.Clocks[name] = change with { Serial = slot.Version };
            if (!vocabulary.TryClock(name, out _)) Output.UnknownClocks.Add(name);
        }

        Output.Ready.AddRange(effects.Ready);
        Output.Outbound.AddRange(effects.Outbound);
        foreach (var (recorder, recorded) in effects.Recorded)
        {
            if (!Output.Recorded.TryGetValue(recorder, out var all)) Output.Recorded.Add(recorder, all = []);
            all.Add(recorded);
        }

        Journal(message, slot, JournalOutcome.Decided, decision.Edge);
    }

    private bool IsCurrent(Envelope message, ClockFired fired, SagaSlot? slot)
    {
        if (slot is null) return false;
        // A setting or cancelling earlier in this batch speaks louder than the stored clock.
        if (slot.Clocks.ContainsKey(fired.Clock)) return false;
        return input.FiredClocks.TryGetValue((message.Endpoint, message.Key, fired.Clock), out var serial) && serial == fired.Serial;
    }

    private void WithoutSaga(Envelope message, Absent policy)
    {
        switch (policy)
        {
            case Absent.Wait:
                Output.Waiting.Add((message, input.Now + Patience));
                break;
            case Absent.RecordAndEnd:
                Journal(message, slot: null, JournalOutcome.NoSaga, edge: null);
                break;
            default:
                Park(message, "There is no saga for this message; the door should have refused it.", closesKey: false);
                break;
        }
    }

    private SagaSlot NewSlot(Envelope message, SagaDefinition definition) => new()
    {
        Id = input.NextSagaId(),
        Type = message.Endpoint,
        Key = message.Key,
        Flow = message.Flow,
        Lane = message.Lane,
        Definition = definition,
        LoadedVersion = 0,
        Version = 0,
        LastNow = input.Now,
    };

    private void Park(Envelope message, string error, bool closesKey)
    {
        Output.Parked.Add(new ParkedMessage(message, message.Endpoint, error, closesKey));
        if (closesKey) _closed.Add((message.Endpoint, message.Key));
        Journal(message, input.Sagas.GetValueOrDefault((message.Endpoint, message.Key)), JournalOutcome.Parked, edge: null);
    }

    private void Journal(Envelope message, SagaSlot? slot, JournalOutcome outcome, string? edge)
    {
        if (edge is not null && !vocabulary.TryEdge(edge, out _)) Output.UnknownEdges.Add(edge);
        slot?.Touch(input.Now);
        Output.Journal.Add(new JournalEntry(
            input.Now, slot?.Id ?? 0, slot?.Version ?? 0, message.Lane, message.Type, outcome, edge, input.Calendars.Version, message.Id, message.Cause));
    }
}
