using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Saga.Tests.Parcels;

/// <summary>The parcel capability beside dossiers and payments, as a host builds it, with a post that is never called.</summary>
internal static class ParcelTopologies
{
    private static readonly Topology Ordinary = Make(new ParcelRules());

    public static Topology Of(ParcelRules? rules) => rules is null ? Ordinary : Make(rules);

    private static Topology Make(ParcelRules rules) => new Topology()
        .AddDossiers(new DossierRules())
        .AddPayments(new PaymentRules())
        .AddParcels(rules)
        .Partner(new PartnerDefinition("onestop").Operation(new NeverCalled<DeliverDossier>(), command => command.System))
        .Partner(new PartnerDefinition("vnpost")
            .Operation(new NeverCalled<CreatePostOrder>())
            .Operation(new NeverCalled<CancelPostOrder>())
            .Operation(new NeverCalled<RegisterPostDocument>())
            .Operation(new NeverCalled<ReadTracking>()));

    private sealed class NeverCalled<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No call was expected.");

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No question was expected.");
    }
}
