using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>What follows from a call that came back: the runtime's recovery policy, as the pump asks it.</summary>
internal static class Resolution
{
    public static ResolvedCall Of(World world, CompletedCall completed)
    {
        var (line, attempt, now) = (completed.Line, completed.Attempt, world.Now);
        if (attempt is null) return new ResolvedCall(completed, new NextStep.Park(completed.Problem!));
        if (attempt.Outcome.Kind is not (OutcomeKind.Transient or OutcomeKind.Unknown)) line.Circuit.Answered();
        else if (completed.WasStarted) line.Circuit.Failed(now);
        if (world.Mutation == Mutation.UnknownIsRefused && attempt.Outcome.Kind == OutcomeKind.Unknown)
        {
            return new ResolvedCall(completed, new NextStep.Finish());
        }

        var chance = world.Fate.Part("jitter", Fate.NumberOf(completed.Call.Id), completed.Call.Attempts);
        return new ResolvedCall(completed, RecoveryPolicy.Decide(attempt, line.Settings.Limits, now, chance));
    }
}
