using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga.Notifications;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Notices;

/// <summary>
/// The SMS providers: each recognises a message that it had itself within a day, and cannot be asked. The first is the one
/// that is well or not, as the network has it.
/// </summary>
internal sealed class SmsProviders(World world) : IModelledPartner
{
    /// <summary>
    /// In so many of a hundred messages the gate of a provider is closed, in the histories with the bug that is found by it. In all others it is
    /// open, because of an open finding: a call may be ended by what an earlier attempt was answered (see the page of the simulation).
    /// </summary>
    private const int ClosedPercent = 25;

    private static readonly string[] Codes = ["viettel", "esms"];

    private static readonly LineLimits Limits = LineLimits.Default with { MaxAttempts = 14, GiveUpAfter = TimeSpan.FromDays(1), CircuitOpensAfter = int.MaxValue };

    /// <summary>How people are told in the histories.</summary>
    public static NoticeRules Telling { get; } = new() { SmsProviders = Codes };

    public NoticeLedger Ledger { get; } = new();

    public IEnumerable<Invariant> Invariants => [NoticeInvariants.OfA334("sms", Ledger), NoticeInvariants.OnceEach("sms", Ledger), NoticeInvariants.SentMeansDelivered("sms", Ledger, NoticeChannels.Sms)];

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition("sms").Operation(new Send(world, Ledger), command => command.Provider));
        foreach (var code in Codes) lines.Declare(new LineDeclaration($"sms:{code}", 2, Limits));
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
            // Only what was never tried can be known not to be taken: a repetition may follow upon an attempt whose answer was lost.
            if (_world.Mutation == Mutation.MoveWhatWasTaken && call.Attempt == 1 && _world.Fate.Happens(ClosedPercent, "gate closed", BitConverter.ToInt64(call.IdempotencyKey.ToByteArray(), 8)))
            {
                ledger.Deliver(call, command.Dossier, command.Occasion, NoticeChannels.Sms, _world.Now);
                return Outcome.Aside("closed", new NoticeNotTaken(command.Dossier, command.Occasion, NoticeChannels.Sms, command.Provider!, "closed"));
            }

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
