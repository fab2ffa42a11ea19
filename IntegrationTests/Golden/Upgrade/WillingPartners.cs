using System.Collections.Concurrent;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Upgrade;

/// <summary>Partners that do what they are asked, and remember which ids they were called and asked with.</summary>
internal sealed class WillingPartners : IPartnerOperation<DeliverDossier>, IPartnerOperation<SendSms>, IPartnerOperation<SendEmail>
{
    public ConcurrentBag<Guid> Called { get; } = [];

    public ConcurrentBag<Guid> Asked { get; } = [];

    public Repeatability RepeatabilityOf(DeliverDossier command) => Repeatability.CanBeAsked;

    public Repeatability RepeatabilityOf(SendSms command) => Repeatability.Neither(WhenUnknown.GiveUpAndShow);

    public Repeatability RepeatabilityOf(SendEmail command) => Repeatability.Deduplicates();

    public Task<Outcome> CallAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) =>
        Note(Called, call, new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false));

    public Task<Outcome> AskAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) =>
        Note(Asked, call, new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: true));

    public Task<Outcome> CallAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) =>
        Note(Called, call, new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Sms));

    public Task<Outcome> AskAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Unknown("cannot be asked"));

    public Task<Outcome> CallAsync(SendEmail command, PartnerCall call, CancellationToken cancellationToken) =>
        Note(Called, call, new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Email));

    public Task<Outcome> AskAsync(SendEmail command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Absent("never heard of it"));

    private static Task<Outcome> Note(ConcurrentBag<Guid> ids, PartnerCall call, object reply)
    {
        ids.Add(call.IdempotencyKey);
        return Task.FromResult(Outcome.Done(reply));
    }
}
