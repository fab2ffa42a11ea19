using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Partners;

/// <summary>
/// One operation of a modelled partner. It answers at once: how long that takes, and what of it comes back, is the network's. When the partner
/// lies, it says the opposite of what it does.
/// </summary>
internal abstract class ModelledOperation<TCommand>(World world) : IPartnerOperation<TCommand>
    where TCommand : class
{
    public abstract Repeatability RepeatabilityOf(TCommand command);

    public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Call(command, call));

    public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Answer(command, call));

    /// <summary>Does it.</summary>
    protected abstract Outcome Do(TCommand command, PartnerCall call);

    /// <summary>Says what became of an earlier call.</summary>
    protected abstract Outcome Answer(TCommand command, PartnerCall call);

    /// <summary>Notes that it lied.</summary>
    protected abstract void Lied(TCommand command, PartnerCall call);

    /// <summary>The answer that it is done.</summary>
    protected abstract Outcome Success(TCommand command);

    /// <summary>The answer that it will not be done.</summary>
    protected abstract Outcome Refusal(TCommand command);

    private Outcome Call(TCommand command, PartnerCall call)
    {
        switch (world.Network.Lie)
        {
            case MoodKind.SaysDone:
                Lied(command, call);
                return Success(command);
            case MoodKind.SaysRefused:
                Lied(command, call);
                Do(command, call);
                return Refusal(command);
            default:
                return Do(command, call);
        }
    }
}
