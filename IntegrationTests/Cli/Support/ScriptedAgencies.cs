using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;

namespace DichVuCong.Cli.Tests.Support;

/// <summary>One-stop systems that take every dossier, or do what the test says.</summary>
internal sealed class ScriptedAgencies : IPartnerOperation<DeliverDossier>
{
    /// <summary>What a delivery comes to.</summary>
    public Func<DeliverDossier, Outcome> OnCall { get; set; } = Take;

    public static Outcome Take(DeliverDossier command) => Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false));

    public static Outcome Refuse(DeliverDossier command) =>
        Outcome.Refused("Mã thủ tục chưa cấu hình", new DeliveryRefused(command.Dossier, command.Revision, "Mã thủ tục chưa cấu hình"));

    public Repeatability RepeatabilityOf(DeliverDossier command) => Repeatability.CanBeAsked;

    public Task<Outcome> CallAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(OnCall(command));

    public Task<Outcome> AskAsync(DeliverDossier command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Take(command));
}
