using System.Collections.Concurrent;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>A one-stop system that answers HTTP 503 until somebody mends it.</summary>
internal sealed class MendedAgency : IPartnerOperation<DeliverDossier>
{
    private volatile bool _works;

    public ConcurrentQueue<DeliverDossier> Taken { get; } = new();

    public void Mend() => _works = true;

    public Repeatability RepeatabilityOf(DeliverDossier command) => Repeatability.CanBeAsked;

    public Task<Outcome> CallAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken)
    {
        if (!_works) return Task.FromResult(Outcome.Transient("HTTP 503"));
        Taken.Enqueue(command);
        return Task.FromResult(Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false)));
    }

    public Task<Outcome> AskAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) => CallAsync(command, call, cancellationToken);
}
