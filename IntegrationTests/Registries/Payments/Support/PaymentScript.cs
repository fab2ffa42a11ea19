using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Registries.Tests.Payments.Support;

/// <summary>Lets the sagas decide, and hands what they decide to the recorders: decision by decision, each in a transaction of its own.</summary>
internal sealed class PaymentScript(PaymentRegistry registry)
{
    private readonly OrderSaga _orders = new(new PaymentRules());
    private readonly InquirySaga _inquiries = new(new PaymentRules());
    private readonly Dictionary<PaymentReference, OrderData> _states = [];
    private readonly Dictionary<string, InquiryData> _open = new(StringComparer.Ordinal);
    private int _minutes;

    /// <summary>Every entry that was posted.</summary>
    public List<PostLedgerEntry> Entries { get; } = [];

    /// <summary>States an obligation and opens its order.</summary>
    public async Task<PaymentReference> OpenAsync(int number, long amount = 150_000)
    {
        var stated = PaymentRegistry.Obligation(number, amount);
        await registry.RecordAsync(stated);
        var order = stated.Orders[0];
        await TakeAsync(
            order.Reference,
            _orders.Handle(
                null, new OpenOrder(order.Reference, stated.Obligation, stated.Agency, "H29.101", order.Beneficiary, order.Amount, stated.ExpiresAt,
                    ConfirmTo: null), Now()));
        return order.Reference;
    }

    /// <summary>A partner tells of a payment.</summary>
    public Task TellAsync(PaymentReference reference, string partner, string? number, PaymentResult result, long amount, DateOnly? day = null) => TakeAsync(
        reference,
        _orders.Handle(
            _states[reference],
            new RecordPayment(reference, partner, number, result, new Vnd(amount), PaymentSource.Callback, PaymentRegistry.Start,
                day ?? new DateOnly(2026, 3, 2)),
            Now()));

    /// <summary>A statement line.</summary>
    public Task SettleAsync(PaymentReference reference, string partner, string number, long amount, string line) => TakeAsync(
        reference,
        _orders.Handle(
            _states[reference],
            new SettleOrder(reference, partner, number, new Vnd(amount), PaymentRegistry.Treasury.Key, new DateOnly(2026, 3, 3), line), Now()));

    /// <summary>The agency decides.</summary>
    public Task DecideAsync(PaymentReference reference, string partner, string number, long amount, string decision,
        RefundRoute route = RefundRoute.Partner) => TakeAsync(
        reference,
        _orders.Handle(
            _states[reference],
            new DecideRefund(reference, partner, number, new Vnd(amount), decision, new DateOnly(2026, 3, 5), "ketoan01", "lanhdao01", route), Now()));

    /// <summary>A partner ends a refund.</summary>
    public Task RefundAsync(PaymentReference reference, int number, bool isDone) => TakeAsync(
        reference,
        isDone
            ? _orders.Handle(_states[reference], new RefundMade(reference, number), Now())
            : _orders.Handle(_states[reference], new RefundRejected(reference, number, "95"), Now()));

    /// <summary>The agency takes the obligation back.</summary>
    public Task CancelAsync(PaymentReference reference) =>
        TakeAsync(reference, _orders.Handle(_states[reference], new CancelOrder(reference, "Rút hồ sơ"), Now()));

    private async Task TakeAsync(PaymentReference reference, Decision<OrderData> decision)
    {
        _states[reference] = decision.State;
        var messages = new List<object>();
        foreach (var message in MessagesOf(decision.Effects))
        {
            if (message is PostLedgerEntry entry) Entries.Add(entry);
            if (registry.Takes(message)) messages.Add(message);
            if (message is not OpenInquiry inquiry) continue;
            var opened = _inquiries.Handle(_open.GetValueOrDefault(inquiry.Difference), inquiry, Now());
            _open[inquiry.Difference] = opened.State;
            messages.AddRange(MessagesOf(opened.Effects).Where(registry.Takes));
        }

        await registry.RecordAsync([.. messages]);
    }

    private static IEnumerable<object> MessagesOf(IEnumerable<Effect> effects) => effects.Select(effect => effect switch
    {
        SendEffect send => send.Command,
        PublishEffect publish => publish.Event,
        _ => null,
    }).OfType<object>();

    private Occasion Now()
    {
        var now = PaymentRegistry.Start.AddMinutes(_minutes++);
        return new Occasion(now, new DaysAsTheyCome(), Guid.Empty, now);
    }

    /// <summary>Every day is a working day.</summary>
    private sealed class DaysAsTheyCome : ICalendars
    {
        public int Version => 1;

        public DateTimeOffset Due(ClockTerms terms) => terms.Started.AddDays(1);

        public long UsedAt(ClockTerms terms, DateTimeOffset at) => 0;

        public int WorkingDaysBetween(string calendar, DateTimeOffset from, DateTimeOffset to) => (to - from).Days;
    }
}
