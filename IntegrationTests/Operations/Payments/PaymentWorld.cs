using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Catalogue;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
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

namespace DichVuCong.Operations.Tests.Payments;

/// <summary>The screen, and a worker with the payment capability beside it; every call to a partner is taken, and a refund stays under way.</summary>
internal sealed class PaymentWorld : IAsyncDisposable
{
    public const string Partner = "vnpay";
    public static readonly AgencyCode Agency = AgencyCode.Parse("H29.168");
    private static readonly BeneficiaryAccount Treasury = new("39410001", "970436", "KBNN mẫu", IsTreasury: true);
    private static int _obligations;

    private readonly RuntimeDatabase _connections;
    private readonly Door _door;
    private readonly RuntimeHost _worker;

    private PaymentWorld(OperationsFixture screen, ICalendars calendars)
    {
        Screen = screen;
        _connections = new RuntimeDatabase(screen.Database.ConnectionString);
        var topology = new Topology().AddPayments(new PaymentRules()).AddPaymentDoorRecords()
            .Partner(new PartnerDefinition("bank").Operation(new Takes<AskPayment>(), command => command.Partner)
                .Operation(new TakesRefunds(), command => command.Partner).Operation(new Takes<AskRefundState>(), command => command.Partner))
            .Partner(new PartnerDefinition("ministry").Operation(new Takes<ConfirmPayment>(), command => command.System));
        IRecorder[] recorders = [new PaymentRecorder(new Sealer(KeyRing.Parse(KeyRing.Development))), new PaymentFeedRecorder()];
        _door = new Door(_connections, topology, recorders, new DoorOptions(), TimeProvider.System, NullLogger<Door>.Instance);
        _worker = new RuntimeHost(
            _connections, topology, new Fixed(calendars), recorders, new LineDirectory(_connections.Pooled), new RuntimeOptions(), TimeProvider.System,
            NullLogger<RuntimeHost>.Instance);
    }

    public OperationsFixture Screen { get; }

    public TestDatabase Database => Screen.Database;

    public InquiryDesk Inquiries => new(Database.Source);

    public static DateOnly Today => VietnamTime.DayOf(TimeProvider.System.GetUtcNow());

    public static async Task<PaymentWorld> StartAsync()
    {
        var screen = await OperationsFixture.StartAsync();
        var catalogue = await new CatalogueStore(screen.Database.Source, TimeProvider.System).LoadAsync(CancellationToken.None);
        var world = new PaymentWorld(screen, new WorkingCalendars(catalogue.Calendars));
        await new LineDirectory(world._connections.Pooled).DeclareAsync([new LineDeclaration($"bank:{Partner}", 1, LineLimits.Default)], CancellationToken.None);
        await world._door.StartAsync(CancellationToken.None);
        await world._worker.StartAsync(CancellationToken.None);
        await world._worker.Ready;
        return world;
    }

    /// <summary>States an obligation with one order, and waits until its saga has begun.</summary>
    public async Task<PaymentReference> StateAsync(long amount = 150_000, DossierCode? dossier = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var reference = new PaymentReferences().Next(Today);
        var obligation = ObligationId.Of("H29", $"screen-{Interlocked.Increment(ref _obligations)}");
        var order = new ObligationOrder(reference, Treasury, new Vnd(amount), [new OrderLine(FeeKind.Charge, "LP01", "Lệ phí", new Vnd(amount))]);
        await _door.AcceptAsync(
            new DoorCall
            {
                Records = [new RegisterObligation(obligation, "H29", Agency, dossier, [order], now, now.AddDays(10), ConfirmTo: null, Content: [1], Payer: null)],
                Messages =
                [
                    new DoorMessage(new StateObligation(obligation, Dossier: null, Agency, Agency.Value, [order], now.AddDays(10), ConfirmTo: null), PaymentFlow.Shared),
                ],
            },
            CancellationToken.None);
        await Eventually.HoldsAsync(
            async () => await Database.ScalarAsync<bool>($"select exists (select from bus.saga where key = '{reference}')"), $"{reference} is open");
        return reference;
    }

    /// <summary>An order that was paid whole.</summary>
    public async Task<PaymentReference> PaidAsync(string number, DossierCode? dossier = null)
    {
        var reference = await StateAsync(dossier: dossier);
        await PayAsync(reference, number);
        await Eventually.HoldsAsync(
            async () => (await new OrderLookup(Database.Source).FindAsync(reference, CancellationToken.None))?.State == OrderState.Paid, $"{reference} is paid");
        return reference;
    }

    /// <summary>A difference: a payment that was a thousand đồng short.</summary>
    public async Task<string> DifferenceAsync(string number)
    {
        var reference = await StateAsync();
        await PayAsync(reference, number, 149_000);
        var found = $"select count(*) from payment.difference d join payment.inquiry i on i.difference = d.id where d.reference = '{reference}'";
        await Eventually.HoldsAsync(async () => await Database.ScalarAsync<long>(found) == 1, "the difference is found");
        return await Database.ScalarAsync<string>($"select id from payment.difference where reference = '{reference}'");
    }

    public Task UntilAsync(string difference, InquiryState state) => Eventually.HoldsAsync(
        async () => (await Inquiries.FindAsync(difference, CancellationToken.None))?.State == state, $"{difference} reaches {state}");

    public Task<long> TrailAsync(string action, string target) => Database.ScalarAsync<long>(
        $"select count(*) from operations.audit where action = '{action}' and target = '{target}'");

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        await _door.StopAsync(CancellationToken.None);
        _door.Dispose();
        _worker.Dispose();
        await _connections.DisposeAsync();
        await Screen.DisposeAsync();
    }

    private Task<DoorAnswer> PayAsync(PaymentReference reference, string number, long amount = 150_000) => _door.AcceptAsync(
        new DoorCall
        {
            Messages =
            [
                new DoorMessage(
                    new RecordPayment(reference, Partner, number, PaymentResult.Paid, new Vnd(amount), PaymentSource.Callback, TimeProvider.System.GetUtcNow(), Today),
                    PaymentFlow.Shared),
            ],
        },
        CancellationToken.None);

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
