using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Notices;

/// <summary>The SMS provider: it recognises a message that it had within a day, and cannot be asked.</summary>
internal sealed class SmsProvider(World world) : IModelledPartner
{
    private static readonly LineLimits Limits = LineLimits.Default with { MaxAttempts = 14, GiveUpAfter = TimeSpan.FromDays(1), CircuitOpensAfter = 5 };

    public NoticeLedger Ledger { get; } = new();

    public IEnumerable<Invariant> Invariants => [NoticeInvariants.OfA334("sms", Ledger), NoticeInvariants.OnceEach("sms", Ledger), NoticeInvariants.SentMeansDelivered("sms", Ledger, NoticeChannels.Sms)];

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition("sms").Operation(new Send(world, Ledger)));
        lines.Declare(new LineDeclaration("sms", 2, Limits));
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // What was sent was sent.
    }

    private sealed class Send(World world, NoticeLedger ledger) : ModelledOperation<SendSms>(world)
    {
        private readonly World _world = world;

        public override Repeatability RepeatabilityOf(SendSms command) => Repeatability.Deduplicates(TimeSpan.FromHours(24));

        protected override Outcome Do(SendSms command, PartnerCall call)
        {
            if (!ledger.Has(call.IdempotencyKey)) ledger.Deliver(call, command.Dossier, command.Occasion, NoticeChannels.Sms, _world.Now);
            return Success(command);
        }

        protected override Outcome Answer(SendSms command, PartnerCall call) => Outcome.Unknown("the provider cannot be asked about a message");

        protected override void Lied(SendSms command, PartnerCall call) => ledger.Lied(command.Dossier, command.Occasion);

        protected override Outcome Success(SendSms command) => Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Sms));

        protected override Outcome Refusal(SendSms command) =>
            Outcome.Refused("refused", new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.Sms, "refused"));
    }
}
