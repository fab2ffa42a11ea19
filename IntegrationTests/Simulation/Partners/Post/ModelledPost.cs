using System.Globalization;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;
using DichVuCong.Saga.Parcels;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Invariants;

namespace DichVuCong.Simulation.Partners.Post;

/// <summary>
/// The public post: it knows an order by its number, carries it in its own time, cancels what it has not picked up, and shows its tracking page
/// by page; now and then it shows a page that it has shown before.
/// </summary>
internal sealed class ModelledPost(World world) : IModelledPartner
{
    public const string Orders = "vnpost:orders";
    public const string Tracking = "vnpost:tracking";

    private const string Customer = "DVCQG";

    private static readonly LineLimits OfOrders = LineLimits.Default with { MaxAttempts = 20, GiveUpAfter = TimeSpan.FromDays(2), CircuitOpensAfter = 5 };
    private static readonly LineLimits OfTracking = OfOrders with { MaxAttempts = 100_000, GiveUpAfter = TimeSpan.FromDays(365) };

    private readonly PostLedger _ledger = new();

    /// <summary>Small pages, so that they are full now and then.</summary>
    public static ParcelRules Rules { get; } = new() { PageSize = 3, PollEvery = TimeSpan.FromHours(5), Customers = [Customer] };

    public IEnumerable<Invariant> Invariants => PostInvariants.All(_ledger);

    public void Declare(Topology topology, VirtualLineDirectory lines)
    {
        topology.Partner(new PartnerDefinition("vnpost")
            .Operation(new Create(world, _ledger), _ => "orders")
            .Operation(new Cancel(world, _ledger), _ => "orders")
            .Operation(new Register(world), _ => "orders")
            .Operation(new Read(world, _ledger), _ => "tracking"));
        lines.Declare(new LineDeclaration(Orders, 1, OfOrders));
        lines.Declare(new LineDeclaration(Tracking, 1, OfTracking));
    }

    public void Forget(string partner, DateTimeOffset since)
    {
        // What is on its way is on its way.
    }

    private sealed class Create(World world, PostLedger ledger) : ModelledOperation<CreatePostOrder>(world)
    {
        private readonly World _world = world;

        public override Repeatability RepeatabilityOf(CreatePostOrder command) => Repeatability.Deduplicates();

        protected override Outcome Do(CreatePostOrder command, PartnerCall call)
        {
            if (ledger.Take(command.Order) is not { } order) return Outcome.Done(new PostOrderCreated(command.Order, Customer, AlreadyThere: true));
            _world.Note("post takes", command.Order.Value);
            Carry(order);
            return Success(command);
        }

        protected override Outcome Answer(CreatePostOrder command, PartnerCall call) => Outcome.Absent("the same order is sent again");

        protected override void Lied(CreatePostOrder command, PartnerCall call) => ledger.Lied(command.Order.Parcel);

        protected override Outcome Success(CreatePostOrder command) => Outcome.Done(new PostOrderCreated(command.Order, Customer, AlreadyThere: false));

        protected override Outcome Refusal(CreatePostOrder command) => Outcome.Refused("refused", new PostOrderNotCreated(command.Order, ParcelObstacle.Refused, "refused"));

        /// <summary>Its way: most are handed over, some at the second try, some go back.</summary>
        private void Carry(CarriedOrder order)
        {
            var about = AboutOf(order);
            ParcelState[] end = (_world.Fate.Between(0, 9, "post end", about)) switch
            {
                0 => [ParcelState.Failed, ParcelState.InTransit, ParcelState.Delivered],
                1 => [ParcelState.Returned],
                _ => [ParcelState.Delivered],
            };
            ParcelState[] way = [ParcelState.Created, ParcelState.PickedUp, ParcelState.InTransit, .. end];
            var after = TimeSpan.Zero;
            foreach (var (index, state) in way.Index())
            {
                after += TimeSpan.FromMinutes(_world.Fate.Between(1, 2000, "post step", about, index));
                _world.Agenda.In(after, () => Step(order, state));
            }
        }

        private void Step(CarriedOrder order, ParcelState state)
        {
            if (order.IsCancelled) return;
            if (state != ParcelState.Created) order.IsPickedUp = true;
            ledger.Tell(order, state, _world.Now);
        }

        private static long AboutOf(CarriedOrder order) => order.Number.Value.Aggregate(17L, (sum, letter) => (sum * 31) + letter);
    }

    private sealed class Cancel(World world, PostLedger ledger) : ModelledOperation<CancelPostOrder>(world)
    {
        private readonly World _world = world;

        public override Repeatability RepeatabilityOf(CancelPostOrder command) => Repeatability.Deduplicates();

        protected override Outcome Do(CancelPostOrder command, PartnerCall call)
        {
            if (ledger.Find(command.Order) is not { IsPickedUp: false } order) return Refusal(command);
            if (!order.IsCancelled) ledger.Tell(order, ParcelState.Cancelled, _world.Now);
            order.IsCancelled = true;
            return Success(command);
        }

        protected override Outcome Answer(CancelPostOrder command, PartnerCall call) => Outcome.Absent("the cancelling is sent again");

        protected override void Lied(CancelPostOrder command, PartnerCall call) => ledger.Lied(command.Order.Parcel);

        protected override Outcome Success(CancelPostOrder command) => Outcome.Done(new PostOrderCancelled(command.Order));

        protected override Outcome Refusal(CancelPostOrder command) => Outcome.Refused("carried", new PostOrderNotCancelled(command.Order, "carried"));
    }

    private sealed class Register(World world) : ModelledOperation<RegisterPostDocument>(world)
    {
        public override Repeatability RepeatabilityOf(RegisterPostDocument command) => Repeatability.Deduplicates();

        protected override Outcome Do(RegisterPostDocument command, PartnerCall call) => Success(command);

        protected override Outcome Answer(RegisterPostDocument command, PartnerCall call) => Outcome.Absent("it is sent again");

        protected override void Lied(RegisterPostDocument command, PartnerCall call)
        {
            // Nothing hangs on it.
        }

        protected override Outcome Success(RegisterPostDocument command) => Outcome.Done(new PostDocumentAnswered(command.Parcel, IsRegistered: true, Reason: null));

        protected override Outcome Refusal(RegisterPostDocument command) => Outcome.Refused("no", new PostDocumentAnswered(command.Parcel, IsRegistered: false, "no"));
    }

    private sealed class Read(World world, PostLedger ledger) : ModelledOperation<ReadTracking>(world)
    {
        private readonly World _world = world;

        public override Repeatability RepeatabilityOf(ReadTracking command) => Repeatability.Deduplicates();

        protected override Outcome Do(ReadTracking command, PartnerCall call)
        {
            var behind = int.Parse(command.After, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (behind > 0 && _world.Fate.Happens(10, "page repeated", behind, ledger.Events.Count)) behind = Math.Max(0, behind - 2);
            List<TrackingEvent> events = [.. ledger.Events.Skip(behind).Take(command.Events)];
            return Outcome.Done(new TrackingRead(command.Customer, command.After, events.Count == 0 ? command.After : events[^1].Id, events, events.Count >= command.Events));
        }

        protected override Outcome Answer(ReadTracking command, PartnerCall call) => Outcome.Absent("the page is read again");

        protected override void Lied(ReadTracking command, PartnerCall call)
        {
            // An empty page hides nothing for long.
        }

        protected override Outcome Success(ReadTracking command) => Outcome.Done(new TrackingRead(command.Customer, command.After, command.After, [], IsFull: false));

        protected override Outcome Refusal(ReadTracking command) => Outcome.Refused("no", new TrackingNotRead(command.Customer, command.After, "no"));
    }
}
