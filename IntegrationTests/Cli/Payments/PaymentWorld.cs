using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Recording;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using DichVuCong.Saga.WorkingTime;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Cli.Tests.Payments;

/// <summary>The door and a worker with the payment capability in this process; every call to a partner is taken, and a refund stays under way.</summary>
internal sealed class PaymentWorld : IAsyncDisposable
{
    public const string Partner = "vnpay";
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.168");
    private static readonly BeneficiaryAccount Treasury = new("39410001", "970436", "KBNN mẫu", IsTreasury: true);

    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _host;

    private PaymentWorld(TestDatabase database, ICalendars calendars)
    {
        Database = database;
        _connections = new RuntimeDatabase(database.ConnectionString);
        var topology = new Topology().AddPayments(new PaymentRules()).AddPaymentDoorRecords()
            .Partner(new PartnerDefinition("bank").Operation(new Takes<AskPayment>(), command => command.Partner)
                .Operation(new TakesRefunds(), command => command.Partner).Operation(new Takes<AskRefundState>(), command => command.Partner))
            .Partner(new PartnerDefinition("ministry").Operation(new Takes<ConfirmPayment>(), command => command.System));
        IRecorder[] recorders = [new PaymentRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new PaymentFeedRecorder()];
        _door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _host = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    public TestDatabase Database { get; }

    public OrderLookup Orders => new(Database.Source);

    public static DateOnly Today => VietnamTime.DayOf(TimeProvider.System.GetUtcNow());

    public static async Task<PaymentWorld> StartAsync()
    {
        var database = await SeededDatabase.CreateAsync();
        var catalogue = await new CatalogueStore(database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var world = new PaymentWorld(database, new WorkingCalendars(catalogue.Calendars));
        await new LineDirectory(world._connections.Pooled).DeclareAsync([new LineDeclaration($"bank:{Partner}", 1, LineLimits.Default)],
            CancellationToken.None);
        await world._door.StartAsync(CancellationToken.None);
        await world._host.StartAsync(CancellationToken.None);
        await world._host.Ready;
        return world;
    }

    /// <summary>Commands as one operator gives them.</summary>
    public Dvc As(string account) => new Dvc(Database).With("DVC_OPERATOR", account);

    /// <summary>States an obligation with one order, and waits until its saga has begun.</summary>
    public async Task<PaymentReference> StateAsync(int number, long amount = 150_000)
    {
        var now = TimeProvider.System.GetUtcNow();
        var reference = new PaymentReferences().Next(Today);
        var obligation = ObligationId.Of("H29", $"cli-{number}");
        var order = new ObligationOrder(reference, Treasury, new Vnd(amount), [new OrderLine(FeeKind.Charge, "LP01", "Lệ phí", new Vnd(amount))]);
        await _door.AcceptAsync(
            new DoorCall
            {
                Records = [new RegisterObligation(obligation, "H29", Agency, Dossier: null, [order], now, now.AddDays(10), ConfirmTo: null, Content: [1],
                    Payer: null)],
                Messages =
                [
                    new DoorMessage(
                        new StateObligation(obligation, Dossier: null, Agency, Agency.Value, [order], now.AddDays(10), ConfirmTo: null), PaymentFlow.Shared),
                ],
            },
            CancellationToken.None);
        await Eventually.HoldsAsync(
            async () => await Database.ScalarAsync<bool>($"select exists (select from bus.saga where key = '{reference}')"), $"{reference} is open");
        return reference;
    }

    /// <summary>The partner tells of a payment.</summary>
    public Task PayAsync(PaymentReference reference, string number, long amount = 150_000) => SendAsync(
        new RecordPayment(reference, Partner, number, PaymentResult.Paid, new Vnd(amount), PaymentSource.Callback, TimeProvider.System.GetUtcNow(), Today));

    public Task SendAsync(object message) =>
        _door.AcceptAsync(new DoorCall { Messages = [new DoorMessage(message, PaymentFlow.Shared)] }, CancellationToken.None);

    /// <summary>Waits until the registry shows a state.</summary>
    public Task UntilAsync(PaymentReference reference, OrderState state) => Eventually.HoldsAsync(
        async () => (await Orders.FindAsync(reference, CancellationToken.None))?.State == state, $"{reference} reaches {state}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);
        _door.Dispose();
        _host.Dispose();
        await _connections.DisposeAsync();
        await Database.DisposeAsync();
    }

    private sealed class Fixed(ICalendars calendars) : ICalendarSource
    {
        public ICalendars Current => calendars;
    }

    private sealed class TakesRefunds : IPartnerOperation<RefundPayment>
    {
        public Repeatability RepeatabilityOf(RefundPayment command) => Repeatability.CanBeAsked;

        public Task<Outcome> CallAsync(RefundPayment command, PartnerCall call, CancellationToken cancellationToken) =>
            Task.FromResult(Outcome.Done(new RefundTaken(command.Reference, command.Number)));

        public Task<Outcome> AskAsync(RefundPayment command, PartnerCall call, CancellationToken cancellationToken) =>
            CallAsync(command, call, cancellationToken);
    }

    private sealed class Takes<TCommand> : IPartnerOperation<TCommand>
        where TCommand : class
    {
        public Repeatability RepeatabilityOf(TCommand command) => Repeatability.Deduplicates();

        public Task<Outcome> CallAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done());

        public Task<Outcome> AskAsync(TCommand command, PartnerCall call, CancellationToken cancellationToken) => Task.FromResult(Outcome.Done());
    }
}
