using DichVuCong.Messaging;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lanes;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Invariants;

/// <summary>What is looked at in every step, and what everybody may ask about a dossier's saga.</summary>
internal sealed class Checks(World world)
{
    private readonly OrderWatch _order = new();
    private readonly HashSet<Guid> _decided = [];
    private readonly HashSet<(long Saga, string Clock, long Serial)> _fired = [];
    private readonly Dictionary<(int Line, string Key), long> _lastCall = [];
    private readonly Dictionary<(int Line, long Seq), Guid> _callIds = [];

    /// <summary>Ends the history: something does not hold.</summary>
    public static void Fail(string invariant, string detail) => throw new InvariantViolation(invariant, detail);

    public bool HasSaga(string dossier) => DossierOf(dossier) is not null;

    public DossierData? DossierOf(string dossier) =>
        world.Tables.Sagas.GetValueOrDefault((world.Vocabulary.Endpoint(Endpoints.Dossiers), dossier))?.State as DossierData;

    /// <summary>Before a batch's writes: the tables are as the batch found them.</summary>
    public void BeforeBatch(LaneTransaction open)
    {
        foreach (var entry in open.Output.Journal)
        {
            if (entry.Outcome != JournalOutcome.Decided) continue;
            if (!_decided.Add(entry.Message)) Fail("decided-once", $"the message {entry.Message} was decided on twice");
            if (entry.Type == world.FiredType.Number) Fired(open, entry);
        }

        if (_order.FindOvertaken(world, open) is { } overtaken) Fail("order-of-messages", overtaken);
    }

    public void AfterBatch(LaneTransaction open) => _order.Follow(open);

    /// <summary>A call goes out.</summary>
    public void Called(Line line, OutboundCall call)
    {
        var (place, one) = ((line.Settings.Id, call.Key), (line.Settings.Id, call.Seq));
        if (_lastCall.TryGetValue(place, out var last) && call.Seq < last)
        {
            Fail("order-of-calls", $"call {call.Seq} of {call.Key} went to {line.Settings.Partner} after call {last}");
        }

        _lastCall[place] = call.Seq;
        if (!_callIds.TryAdd(one, call.Id) && _callIds[one] != call.Id && !world.Operated.Contains(_callIds[one]))
        {
            Fail("a-call-keeps-its-id", $"a call of {call.Key} went to {line.Settings.Partner} under another id");
        }
    }

    /// <summary>Every invariant that is looked at when all is quiet.</summary>
    public void AtTheEnd()
    {
        foreach (var invariant in InvariantList.Of(world))
        {
            if (invariant.Violations?.Invoke(world).FirstOrDefault() is { } violation) Fail(invariant.Name, violation);
        }
    }

    private void Fired(LaneTransaction open, JournalEntry entry)
    {
        var message = open.Input.Messages.First(message => message.Id == entry.Message);
        var fired = (ClockFired)world.FiredType.Type.Read(message.Body);
        if (!_fired.Add((entry.Saga, fired.Clock, fired.Serial))) Fail("fires-once", $"the clock {fired.Clock} of {fired.Saga} fired twice");
        var clock = world.Tables.Clocks.GetValueOrDefault((entry.Saga, world.ClockNumber(fired.Clock)));
        if (clock is not { State: ClockState.Fired } || clock.Serial != fired.Serial)
        {
            Fail("no-stale-firing", $"the clock {fired.Clock} of {fired.Saga} was set anew, and the firing before that was believed");
        }
    }
}
