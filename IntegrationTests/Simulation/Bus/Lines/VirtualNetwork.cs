using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>
/// The way to the partners. What goes wrong on it is the plan's: a request is lost, arrives twice or late, an answer is lost or cannot be read,
/// a partner is down, or says the opposite of what it did. A request that arrives at all arrives within the time a call may take.
/// </summary>
internal sealed class VirtualNetwork(World world)
{
    private long _calls;

    /// <summary>What the partner that is being called lies about, if it does.</summary>
    public MoodKind? Lie { get; private set; }

    /// <summary>The operation and the command of a call.</summary>
    public (PartnerStep Step, object Command) Read(OutboundCall call)
    {
        var type = world.Vocabulary.TypeOf(call.Type)!;
        foreach (var partner in world.Topology.Partners.Values)
        {
            if (partner.Steps.TryGetValue(type.ClrType, out var step)) return (step, type.Read(call.Body));
        }

        throw new InvalidOperationException($"Nobody takes {type.Name}.");
    }

    /// <summary>Sends a call, or a question about one, out; its outcome comes back to the host that sent it.</summary>
    public void Start(VirtualHost host, Line line, OutboundCall call)
    {
        var (asked, number, timeout) = (call.AskNext, ++_calls, line.Settings.Limits.CallTimeout);
        var (step, command) = Read(call);
        var circumstances = new PartnerCall(call.Id, line.Settings.Partner, call.Attempts, call.SentAt, timeout);
        var attempts = call.Attempts;
        var calledAt = call.CalledAt ?? world.Now;
        var about = Fate.NumberOf(call.Id) + (asked ? 1 : 0);
        var mood = world.Faults.MoodOf(line.Settings.Partner, about, world.Now);
        world.Note(asked ? "asks" : "calls", call.Key, mood is null ? 0 : (int)mood + 1);
        world.Checks.Called(line, call);
        var trip = Trip.Of(world.Fate, mood, timeout, about, number);

        Outcome? answer = null;
        foreach (var arrival in trip.Arrivals)
        {
            world.Agenda.In(arrival, () =>
            {
                var outcome = Do(mood, asked ? step.AskAsync : step.CallAsync, command, circumstances);
                answer ??= outcome;
            });
        }

        host.Run(trip.Back, () =>
        {
            var outcome = trip.Instead is { } instead ? Instead(instead, asked) : answer!;
            var attempt = new FinishedAttempt(outcome, asked, attempts, step.RepeatabilityOf(command), call.SentAt, calledAt);
            host.Pump.Return(new CompletedCall(line, call, attempt, Problem: null));
        });
    }

    /// <summary>A call that must not go out any more: its process stood still after marking it.</summary>
    public void StoodStill(VirtualHost host, Line line, OutboundCall call)
    {
        var (step, command) = Read(call);
        var outcome = call.AskNext ? Outcome.Unknown("The process stood still.") : Outcome.Transient("The process stood still.");
        var attempt = new FinishedAttempt(outcome, call.AskNext, call.Attempts, step.RepeatabilityOf(command), call.SentAt, world.Now);
        host.Pump.Return(new CompletedCall(line, call, attempt, Problem: null));
    }

    private static Outcome Instead(OutcomeKind kind, bool asked) => kind == OutcomeKind.Transient && !asked
        ? Outcome.Transient("connection refused")
        : Outcome.Unknown("no answer that can be read");

    private Outcome Do(
        MoodKind? mood, Func<object, PartnerCall, CancellationToken, Task<Outcome>> operation, object command, PartnerCall circumstances)
    {
        Lie = mood is MoodKind.SaysRefused or MoodKind.SaysDone ? mood : null;
        var outcome = operation(command, circumstances, CancellationToken.None);
        Lie = null;
        return outcome.IsCompletedSuccessfully ? outcome.Result : throw new InvalidOperationException("A modelled partner answers at once.");
    }
}
