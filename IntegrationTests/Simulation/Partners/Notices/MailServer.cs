using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Notices;

/// <summary>The mail server: it takes a mail as often as it is handed in, and cannot be asked. What we do in doubt differs from history to history.</summary>
internal sealed class MailServer(World world) : IModelledPartner
{
    private static readonly LineLimits Limits = LineLimits.Default with { MaxAttempts = 14, GiveUpAfter = TimeSpan.FromDays(1), CircuitOpensAfter = 5 };

    public NoticeLedger Ledger { get; } = new();

    public IEnumerable<Invariant> Invariants => [NoticeInvariants.OfA334("mail", Ledger), NoticeInvariants.OnceEach("mail", Ledger), NoticeInvariants.SentMeansDelivered("mail", Ledger, NoticeChannels.Email)];

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition("email").Operation(new Send(world, Ledger)));
        lines.Declare(new LineDeclaration("email", 1, Limits));
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // What was sent was sent.
    }

    private sealed class Send(World world, NoticeLedger ledger) : ModelledOperation<SendEmail>(world)
    {
        private readonly World _world = world;
        private readonly Repeatability _repeatability = Repeatability.Neither(world.Fate.Happens(50, "in doubt") ? WhenUnknown.SendAgain : WhenUnknown.GiveUpAndShow);

        public override Repeatability RepeatabilityOf(SendEmail command) => _repeatability;

        protected override Outcome Do(SendEmail command, PartnerCall call)
        {
            ledger.Deliver(call, command.Dossier, command.Occasion, NoticeChannels.Email, _world.Now);
            return Success(command);
        }

        protected override Outcome Answer(SendEmail command, PartnerCall call) => Outcome.Unknown("a mail server cannot be asked about a mail");

        protected override void Lied(SendEmail command, PartnerCall call) => ledger.Lied(command.Dossier, command.Occasion);

        protected override Outcome Success(SendEmail command) => Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Email));

        protected override Outcome Refusal(SendEmail command) =>
            Outcome.Refused("refused", new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.Email, "refused"));
    }
}
