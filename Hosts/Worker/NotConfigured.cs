using DichVuCong.Messaging;

namespace DichVuCong.Worker;

/// <summary>Stands for a partner that nobody has configured yet: what is for it waits, and nothing of it is lost.</summary>
internal sealed class NotConfigured<TCommand>(string reason) : IPartnerOperation<TCommand>
    where TCommand : class
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

    public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Transient(reason, LookAgain).By(FaultSide.Us));

    public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Absent(reason));
}
