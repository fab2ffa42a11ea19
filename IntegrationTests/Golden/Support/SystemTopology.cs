using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Golden.Tests.Support;

/// <summary>Everything that the system stores on the bus: its sagas and messages, with partners that are what a test gives.</summary>
internal static class SystemTopology
{
    /// <summary>The topology with partners that nobody calls.</summary>
    public static Topology Sagas { get; } = Of(new NeverCalled<DeliverDossier>(), new NeverCalled<SendSms>(), new NeverCalled<SendEmail>(), Telling)
        .AddPayments(new PaymentRules())
        .Partner(new PartnerDefinition("bank").Operation(new NeverCalled<AskPayment>(), command => command.Partner)
            .Operation(new NeverCalled<RefundPayment>(), command => command.Partner)
            .Operation(new NeverCalled<AskRefundState>(), command => command.Partner))
        .Partner(new PartnerDefinition("ministry").Operation(new NeverCalled<ConfirmPayment>(), command => command.System))
        .AddParcels(new ParcelRules())
        .Partner(new PartnerDefinition("vnpost").Operation(new NeverCalled<CreatePostOrder>()).Operation(new NeverCalled<CancelPostOrder>())
            .Operation(new NeverCalled<RegisterPostDocument>()).Operation(new NeverCalled<ReadTracking>()));

    /// <summary>How people are told in the histories: with all there is.</summary>
    private static NoticeRules Telling => new()
    {
        SmsProviders = ["viettel", "esms"],
        Quiet = QuietHours.TryParse("21:00-07:00"),
        Fallback = [NoticeChannels.App, NoticeChannels.Sms],
        ReportWindows = new Dictionary<string, TimeSpan> { ["esms"] = TimeSpan.FromHours(24) },
    };

    /// <summary>What a release of dossiers and notices alone had.</summary>
    public static Topology Of(
        IPartnerOperation<DeliverDossier> agencies, IPartnerOperation<SendSms> sms, IPartnerOperation<SendEmail> email, NoticeRules? telling = null)
    {
        var topology = new Topology()
            .AddDossiers(new DossierRules(), telling)
            .Partner(new PartnerDefinition("onestop").Operation(agencies, command => command.System)
                .Operation(new NeverCalled<AskDossierState>(), command => command.System))
            .Partner(new PartnerDefinition("sms").Operation(sms, command => command.Provider))
            .Partner(new PartnerDefinition("app").Operation(new NeverCalled<SendAppNotice>()))
            .Partner(new PartnerDefinition("email").Operation(email));
        RuntimeMessages.AddTo(topology);
        return topology;
    }

    private sealed class NeverCalled<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No call was expected.");

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No question was expected.");
    }
}
