using System.Text.Json;
using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Load;
using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Tests.Check.Payments;

/// <summary>Made-up records of one obligation with one order, paid twice and refunded once; tests spoil one thing of it.</summary>
internal static class MadeUpPayments
{
    public const string Id = "run-nv-1";
    public const string Reference = "D2611220123456789A";
    public const string Account = "39411234567890";
    public const long Amount = 150_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 5, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing is wrong with it.</summary>
    public static PaymentEvidence Whole => new()
    {
        Calls =
        [
            State, Call(PaymentPurpose.Repeat, 200), Call(PaymentPurpose.Change, 409, body: "{}"),
            Call(PaymentPurpose.Pay, 200, Reference, "{}") with { Detail = "mb" },
        ],
        Obligations = Obligation(new ShownObligation("paid", Amount, [(Reference, Amount)])),
        Orders = Shows(Order),
        Banks = [AtBank],
        Feed = Feed,
        Followed = Feed,
        ReadAt = Start.AddMinutes(3),
    };

    public static PaymentCall State => Call(PaymentPurpose.State, 201);

    public static ShownOrder Order => new(Reference, Id, "paid", Amount, Start.AddHours(3))
    {
        Collected = 2 * Amount,
        Refunded = Amount,
        Payments = [new ShownPayment("mb", "14000001", Amount), new ShownPayment("mb", "14000002", Amount)],
        Refunds = [Refund],
    };

    public static ShownRefund Refund => new("mb", "14000002", Amount, "done", Decision: null);

    public static BankOrder AtBank => new(
        "mb", Reference, Amount,
        [new BankPayment("14000001", Amount, Amount, "taken"), new BankPayment("14000002", Amount, Amount, "taken")], [BackAtBank]);

    public static BankRefund BackAtBank => new("14000002", Amount, "done");

    public static IReadOnlyList<PaymentEvent> Feed => [Change("open", "pending"), Change("pending", "paid"), Paid("14000001")];

    public static PaymentCall Call(PaymentPurpose purpose, int status, string key = Id, string? body = null)
    {
        var call = new PaymentCall(1, purpose, key)
        {
            Split = new Dictionary<string, long>(StringComparer.Ordinal) { [Account] = Amount },
            Status = status,
            Body = body ?? Answer((Reference, Account)),
        };
        call.Attempts.Add(new Attempt(Start, TimeSpan.FromMilliseconds(20), "201"));
        return call;
    }

    /// <summary>The answer to an obligation with these orders.</summary>
    public static string Answer(params (string Reference, string Account)[] orders) => JsonSerializer.Serialize(new
    {
        orders = orders.Select(order => new { reference = order.Reference, amountVnd = Amount, beneficiaryAccount = new { number = order.Account } }),
    });

    public static PaymentEvent Change(string from, string state) =>
        Event("payments.order-state-changed.v1", $"c-{from}-{state}", $$"""{"from":"{{from}}","state":"{{state}}"}""");

    public static PaymentEvent Paid(string no) => Event("payments.order-paid.v1", $"p-{no}", $$"""{"partner":"mb","transactionNo":"{{no}}"}""");

    public static PaymentEvent NotAllowed(string decision) =>
        Event("payments.refund-not-allowed.v1", $"n-{decision}", $$"""{"decisionNumber":"{{decision}}"}""");

    public static IReadOnlyDictionary<string, ShownObligation> Obligation(ShownObligation shown) =>
        new Dictionary<string, ShownObligation>(StringComparer.Ordinal) { [Id] = shown };

    public static IReadOnlyDictionary<string, ShownOrder> Shows(params ShownOrder[] orders) =>
        orders.ToDictionary(order => order.Reference, StringComparer.Ordinal);

    public static IReadOnlySet<string> Keys(params string[] keys) => keys.ToHashSet(StringComparer.Ordinal);

    private static PaymentEvent Event(string type, string cursor, string data) =>
        new(cursor, type, Reference, JsonDocument.Parse(data).RootElement, Start);
}
