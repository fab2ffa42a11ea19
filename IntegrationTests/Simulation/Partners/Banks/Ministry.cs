using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>A ministry's system, which is told what becomes of its payments and does not take every callback at once.</summary>
internal sealed class Ministry(World world) : IModelledPartner
{
    /// <summary>Its name.</summary>
    public const string Code = "G15";

    /// <summary>Its line.</summary>
    public const string Line = Kind + ":" + Code;

    private const string Kind = "ministry";
    private static readonly LineLimits Limits = LineLimits.Default with
    {
        MaxAttempts = 1_000_000,
        GiveUpAfter = TimeSpan.FromDays(365),
        CircuitOpensAfter = 5,
    };

    private readonly Dictionary<PaymentReference, (int Number, OrderState State)> _told = [];
    private readonly HashSet<PaymentReference> _lies = [];

    public IEnumerable<Invariant> Invariants =>
    [
        new(
            "the-ministry-knows",
            "What a ministry's system is believed to have been told last of an order is what it was told last.",
            world => from order in PaymentInvariants.OrdersOf(world)
                     where order.Confirmed is not null && order.Confirming is null && !_lies.Contains(order.Reference)
                     where !_told.TryGetValue(order.Reference, out var told) || told.State != order.Confirmed
                     select $"{order.Reference} is believed to be told as {order.Confirmed}"),
    ];

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition(Kind).Operation(new Callback(world, this), command => command.System));
        lines.Declare(new LineDeclaration(Line, 1, Limits));
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // Not asked again: what it forgot its own people ask for by QUERY.
    }

    private sealed class Callback(World world, Ministry ministry) : ModelledOperation<ConfirmPayment>(world)
    {
        private readonly World _world = world;

        public override Repeatability RepeatabilityOf(ConfirmPayment command) => Repeatability.Deduplicates();

        protected override Outcome Do(ConfirmPayment command, PartnerCall call)
        {
            if (_world.Fate.Happens(15, "ministry busy", Fate.NumberOf(call.IdempotencyKey))) return Refusal(command);
            if (!ministry._told.TryGetValue(command.Reference, out var told) || told.Number <= command.Number)
            {
                ministry._told[command.Reference] = (command.Number, command.State);
            }

            return Success(command);
        }

        protected override Outcome Answer(ConfirmPayment command, PartnerCall call) => Do(command, call);

        protected override void Lied(ConfirmPayment command, PartnerCall call) => ministry._lies.Add(command.Reference);

        protected override Outcome Success(ConfirmPayment command) => Outcome.Done(new ConfirmationTaken(command.Reference, command.Number));

        protected override Outcome Refusal(ConfirmPayment command) =>
            Outcome.Refused("99", new ConfirmationNotTaken(command.Reference, command.Number, "99"));
    }
}
