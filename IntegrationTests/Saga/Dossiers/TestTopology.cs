using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Notifications;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>The topology as a host builds it, with partners that are never called.</summary>
internal static class TestTopology
{
    private static readonly Topology Ordinary = Make(new DossierRules());

    public static Topology Of(DossierRules? rules) => rules is null ? Ordinary : Make(rules);

    /// <summary>A message as it arrives: written and read again. What is written must say all that was meant.</summary>
    public static object Carry(this Topology topology, object message)
    {
        var type = topology.TypeOf(message);
        var carried = type.Read(type.Write(message));
        if (!carried.Equals(message)) carried.ShouldBe(message, type.Name);
        return carried;
    }

    public static Topology Telling(NoticeRules telling) => Make(new DossierRules(), telling);

    private static Topology Make(DossierRules rules, NoticeRules? telling = null) => new Topology()
        .AddDossiers(rules, telling)
        .Partner(new PartnerDefinition("onestop").Operation(new NeverCalled<DeliverDossier>(), command => command.System)
            .Operation(new NeverCalled<AskDossierState>(), command => command.System))
        .Partner(new PartnerDefinition("sms").Operation(new NeverCalled<SendSms>(), command => command.Provider))
        .Partner(new PartnerDefinition("app").Operation(new NeverCalled<SendAppNotice>()))
        .Partner(new PartnerDefinition("email").Operation(new NeverCalled<SendEmail>()));

    private sealed class NeverCalled<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No call was expected.");

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("No question was expected.");
    }
}
