using DichVuCong.Faults.Check;
using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Load.Payments;
using static DichVuCong.Faults.Tests.Check.Payments.MadeUpPayments;

namespace DichVuCong.Faults.Tests.Check.Payments;

/// <summary>The checker must find each kind of broken promise about money: one that cannot fail is worth nothing.</summary>
internal sealed class When_payments_are_compared
{
    private const string Other = "D2611220000000000B";
    private static readonly ShownDifference Difference = new($"{Reference}-1-1-{Amount}", "amountShort", Reference);

    [Test]
    public void Should_find_nothing_when_all_is_well() => PaymentChecker.Check(Whole).ShouldBeEmpty();

    [Test]
    public void Should_be_a_part_of_the_whole_check() =>
        Checker.Check(MadeUp.Whole with { Payments = Whole with { Orders = Shows() } }).ShouldContain(finding => finding.Promise == Broken.Lost);

    private static IEnumerable<TestCaseData<PaymentEvidence, string, Broken>> Lost()
    {
        yield return Case(
            "the Gateway forgot the obligation", "the Gateway does not know it",
            Whole with { Obligations = new Dictionary<string, ShownObligation>(StringComparer.Ordinal) }, Broken.Lost);
        yield return Case(
            "the obligation has lost its order", "it does not have its order",
            Whole with { Obligations = Obligation(new ShownObligation("paid", Amount, [])) }, Broken.Lost);
        yield return Case(
            "the answer has no order for an account", "no order for account",
            With(State with { Split = Accounts((Account, Amount), ("39420000000000", 1_000)) }), Broken.Lost);
        yield return Case("the Gateway forgot the order", "it was given out, and", Whole with { Orders = Shows() }, Broken.Lost);
        yield return Case(
            "it was taken back and is still open", "it was taken back, and",
            Unpaid with { Calls = [.. Whole.Calls, Call(PaymentPurpose.Cancel, 202)] }, Broken.Lost);
        yield return Case("an acknowledged payment is not shown", "the order does not show it", Only(Once(Order), AtBank), Broken.Lost);
        yield return Case(
            "an acknowledged payment is for an order that is not known", "the order is not known",
            Whole with { Banks = [AtBank, AtBank with { Reference = Other }] }, Broken.Lost);
        yield return Case(
            "an acknowledged payment has no effect", "it neither pays the order",
            Only(Once(Order) with { State = "pending" }, Once(AtBank)), Broken.Lost);
        yield return Case(
            "less counts than the bank took and told", "counts of 14000001, mb took",
            Only(Once(Order, Amount - 5), Once(AtBank)), Broken.Lost);
        yield return Case(
            "collected is less than its payments", "as collected",
            Whole with { Orders = Shows(Order with { Collected = Amount }) }, Broken.Lost);
        yield return Case(
            "what is refunded is not what its refunds make", "its refunds make",
            Whole with { Orders = Shows(Order with { Refunded = 0, Refunding = Amount }) }, Broken.Lost);
        yield return Case(
            "a double payment went nowhere and nobody is told", "neither settled nor refunded",
            Only(Order with { Refunded = 0, Refunds = [] }, AtBank with { Refunds = [] }), Broken.Lost);
        yield return Case(
            "a refund is said to be done and is not", "is said to be back",
            Whole with { Banks = [AtBank with { Refunds = [BackAtBank with { Stage = "accepted" }] }] }, Broken.Lost);
        yield return Case("a decision came to nothing", "nothing came of it", Whole with { Calls = [.. Whole.Calls, Decision] }, Broken.Lost);
        yield return Case(
            "the ledger does not hold", "a day does not balance",
            Whole with { LedgerFaults = ["a day does not balance"] }, Broken.Lost);
        yield return Case(
            "who followed the feed missed an event", "missed payments.order-paid.v1",
            Whole with { Followed = [Feed[0], Feed[1]] }, Broken.Lost);
        yield return Case("the feed ended before the order did", "the feed told last", Told([Feed[0]]), Broken.Lost);
    }

    private static IEnumerable<TestCaseData<PaymentEvidence, string, Broken>> Doubled()
    {
        yield return Case("one reference for two obligations", "one reference for", TwoOwners, Broken.Doubled);
        yield return Case(
            "two orders for one account", "2 orders for account",
            With(State with { Body = Answer((Reference, Account), (Other, Account)) }, (Other, Amount)), Broken.Doubled);
        yield return Case(
            "an order that its answer did not name", "did not name",
            Whole with { Obligations = Obligation(new ShownObligation("paid", Amount, [(Reference, Amount), (Other, Amount)])) }, Broken.Doubled);
        yield return Case(
            "more of the obligation counts as paid than was taken", "counts as paid, the banks took",
            Whole with { Obligations = Obligation(new ShownObligation("paid", 3 * Amount, [(Reference, Amount)])) }, Broken.Doubled);
        yield return Case(
            "one payment counts twice", "counts 2 times",
            Whole with { Orders = Shows(Order with { Payments = [Order.Payments[0], Order.Payments[0]] }) }, Broken.Doubled);
        yield return Case("a payment counts that no bank has", "which has no such payment", Whole with { Banks = [Once(AtBank)] }, Broken.Doubled);
        yield return Case(
            "more counts than the bank took", "counts of 14000001, mb took",
            Only(Once(Order, Amount + 1), Once(AtBank)), Broken.Doubled);
        yield return Case("it counts as paid with less than its amount", "the banks took 1", Only(Once(Order, 1), Once(AtBank, 1)), Broken.Doubled);
        yield return Case(
            "collected is more than its payments", "as collected",
            Whole with { Orders = Shows(Order with { Collected = 3 * Amount }) }, Broken.Doubled);
        yield return Case(
            "more left it than came", "more left it than came",
            Whole with { Orders = Shows(Order with { Settled = 2 * Amount }) }, Broken.Doubled);
        yield return Case(
            "the bank gave back more than was paid", "which was 150000",
            Whole with { Banks = [AtBank with { Refunds = [BackAtBank, BackAtBank] }] }, Broken.Doubled);
        yield return Case(
            "the bank gave it back in two parts where one was ordered", "in 2 refunds",
            Whole with { Banks = [AtBank with { Refunds = [Half, Half] }] }, Broken.Doubled);
        yield return Case(
            "the bank gave back what nobody here knows of", "in 1 refunds",
            Only(Order with { Refunded = 0, Refunds = [] }, AtBank), Broken.Doubled);
        yield return Case(
            "more goes back than came", "goes back of",
            Whole with { Orders = Shows(Order with { Refunds = [Refund, Refund, Refund] }) }, Broken.Doubled);
        yield return Case(
            "the feed told twice that a payment paid it", "the feed told 2 times",
            Told([.. Feed, Paid("14000001") with { Cursor = "again" }]), Broken.Doubled);
    }

    private static IEnumerable<TestCaseData<PaymentEvidence, string, Broken>> Others()
    {
        yield return Case(
            "its time is over and it is open", "its time is over",
            Unpaid with { ReadAt = Order.ExpiresAt.AddMinutes(2) }, Broken.Stuck);
        yield return Case(
            "a bank was paid and nobody asked it", "it was begun and paid at mb",
            Unpaid with { Banks = [Untold(Once(AtBank))] }, Broken.Stuck);
        yield return Case("a refund has no end", "is requested", Only(Refunding("requested"), AtBank), Broken.Stuck);
        yield return Case("a refund is under way for ever", "is inProgress", Only(Refunding("inProgress"), AtBank), Broken.Stuck);
        yield return Case("a call has no answer", "no answer after", With(Call(PaymentPurpose.Pay, 0, Reference, "")), Broken.Stuck);
        yield return Case(
            "the feed told changes in the wrong order", "after it had come to",
            Told([Feed[1], Feed[0], Change("open", "paid"), Feed[2]]), Broken.Order);
        yield return Case(
            "an order has another amount than was stated", "was stated for account",
            With(State with { Split = Accounts((Account, Amount + 1)) }), Broken.Answer);
        yield return Case(
            "an order belongs to another obligation", "it was given out as",
            Whole with { Orders = Shows(Order with { Obligation = "run-nv-2" }) }, Broken.Answer);
        yield return Case(
            "the same again got another answer", "got another answer",
            Whole with { Calls = [.. Whole.Calls, Call(PaymentPurpose.Repeat, 200, body: "{ }")] }, Broken.Answer);
        yield return Case(
            "another amount was taken", "not refused as a conflict",
            Whole with { Calls = [.. Whole.Calls, Call(PaymentPurpose.Change, 200)] }, Broken.Answer);
        yield return Case(
            "a sound obligation was refused", "an obligation without a fault",
            Whole with { Calls = [.. Whole.Calls, Call(PaymentPurpose.State, 422, "run-nv-2", "{}")] }, Broken.Answer);
        yield return Case(
            "it could not be taken back", "could not be taken back",
            Whole with { Calls = [.. Whole.Calls, Call(PaymentPurpose.Cancel, 404, body: "{}")] }, Broken.Answer);
        yield return Case(
            "a sound decision was refused", "a decision without a fault",
            Whole with { Calls = [.. Whole.Calls, With(Decision, 422)] }, Broken.Answer);
        yield return Case(
            "the same decision was taken as a new one", "a decision without a fault",
            Decided with { Calls = [.. Decided.Calls, Decision] }, Broken.Answer);
        yield return Case(
            "an order could not be paid", "an order could not be paid",
            Whole with { Calls = [.. Whole.Calls, Call(PaymentPurpose.Pay, 404, Reference, "{}")] }, Broken.Answer);
    }

    /// <summary>One thing may break several promises; the one that is meant is told by its words.</summary>
    [TestCaseSource(nameof(Lost))]
    [TestCaseSource(nameof(Doubled))]
    [TestCaseSource(nameof(Others))]
    public void Should_find_what_is_wrong(PaymentEvidence evidence, string words, Broken promise) =>
        PaymentChecker.Check(evidence).ShouldContain(finding => finding.Promise == promise && finding.What.Contains(words, StringComparison.Ordinal));

    private static IEnumerable<TestCaseData<PaymentEvidence>> Sound()
    {
        yield return Well("its callbacks were lost, and the bank was asked", Whole with { Banks = [Untold(AtBank)] });
        yield return Well(
            "a typed transfer whose callback was lost waits for the reconciliation",
            Whole with { Banks = [AtBank, Untold(Once(AtBank)) with { Bank = "vietqr" }] });
        yield return Well("too little came, and a difference says so", TooLittle with { Differences = [Difference] });
        yield return Well("a refund that a difference is about", Only(Refunding("inProgress"), AtBank) with { Differences = [Difference] });
        yield return Well("a refund whose call is declared unknown", Only(Refunding("requested"), AtBank) with { AtOperator = Keys(Reference) });
        yield return Well("a refund that the bank rejected, and a difference says so", Rejected with { Differences = [Difference] });
        yield return Well("a decision that was carried out", Decided);
        yield return Well(
            "a decision that could not be, and the feed says so",
            Told([.. Feed, NotAllowed("QD-1")]) with { Calls = [.. Whole.Calls, Decision] });
        yield return Well("an obligation whose time was over when it came", Whole with { Calls = [.. Whole.Calls, TooLate] });
        yield return Well("an order that waits within its time", Unpaid);
    }

    [TestCaseSource(nameof(Sound))]
    public void Should_say_nothing_of_what_is_sound_or_seen(PaymentEvidence evidence) => PaymentChecker.Check(evidence).ShouldBeEmpty();

    private static TestCaseData<PaymentEvidence, string, Broken> Case(string what, string words, PaymentEvidence evidence, Broken promise) =>
        new(evidence, words, promise) { TestName = what };

    private static TestCaseData<PaymentEvidence> Well(string what, PaymentEvidence evidence) => new(evidence) { TestName = what };

    /// <summary>A link was given, and nobody has paid.</summary>
    private static PaymentEvidence Unpaid => Told([Feed[0]]) with
    {
        Obligations = Obligation(new ShownObligation("open", 0, [(Reference, Amount)])),
        Orders = Shows(new ShownOrder(Reference, Id, "pending", Amount, Order.ExpiresAt)),
        Banks = [],
    };

    private static PaymentEvidence TooLittle =>
        Unpaid with { Orders = Shows(Once(Order, Amount - 1) with { State = "pending" }), Banks = [Once(AtBank, Amount - 1)] };

    /// <summary>The agency decided that what pays the order goes back, and it did.</summary>
    private static PaymentEvidence Decided => Told([.. Feed, Change("paid", "refunded")]) with
    {
        Calls = [.. Whole.Calls, Decision],
        Orders = Shows(
            Order with { Refunded = 2 * Amount, Refunds = [Refund, Refund with { No = "14000001", Decision = "QD-1" }], State = "refunded" }),
        Banks = [AtBank with { Refunds = [BackAtBank, BackAtBank with { PaymentNo = "14000001" }] }],
    };

    private static PaymentEvidence Rejected => Only(
        Order with { Refunded = 0, Refunds = [Refund with { State = "rejected" }] },
        AtBank with { Refunds = [BackAtBank with { Stage = "rejected" }] });

    private static PaymentEvidence TwoOwners
    {
        get
        {
            var shown = new ShownObligation("paid", Amount, [(Reference, Amount)]);
            return Whole with
            {
                Calls = [.. Whole.Calls, Call(PaymentPurpose.State, 201, "run-nv-2")],
                Obligations = new Dictionary<string, ShownObligation>(StringComparer.Ordinal) { [Id] = shown, ["run-nv-2"] = shown },
            };
        }
    }

    private static PaymentCall Decision => Call(PaymentPurpose.Decide, 201, Reference, "{}") with { Detail = "QD-1" };

    private static PaymentCall TooLate => Call(PaymentPurpose.State, 422, "run-nv-2", "expires-at.past") with { MayBeTooLate = true };

    private static BankRefund Half => BackAtBank with { Amount = Amount / 2 };

    private static ShownOrder Refunding(string state) => Order with { Refunded = 0, Refunding = Amount, Refunds = [Refund with { State = state }] };

    private static BankOrder Once(BankOrder bank, long amount = Amount) =>
        bank with { Payments = [bank.Payments[0] with { Amount = amount, Told = amount }], Refunds = [] };

    private static ShownOrder Once(ShownOrder order, long amount = Amount) =>
        order with { Collected = amount, Refunded = 0, Payments = [order.Payments[0] with { Amount = amount }], Refunds = [] };

    private static BankOrder Untold(BankOrder bank) =>
        bank with { Payments = [.. bank.Payments.Select(payment => payment with { Callback = "lost" })] };

    private static PaymentEvidence Only(ShownOrder order, BankOrder bank) => Whole with { Orders = Shows(order), Banks = [bank] };

    private static PaymentEvidence Told(IReadOnlyList<PaymentEvent> events) => Whole with { Feed = events, Followed = events };

    private static PaymentCall With(PaymentCall call, int status) => call with { Status = status };

    private static PaymentEvidence With(PaymentCall call, params (string Reference, long Amount)[] more) => Whole with
    {
        Calls = [.. Whole.Calls.Where(one => one.Purpose != call.Purpose && one.Purpose != PaymentPurpose.Repeat), call],
        Obligations = Obligation(new ShownObligation("paid", Amount, [(Reference, Amount), .. more])),
        Orders = Shows([Order, .. more.Select(one => new ShownOrder(one.Reference, Id, "open", one.Amount, Order.ExpiresAt))]),
    };

    private static Dictionary<string, long> Accounts(params (string Account, long Amount)[] split) =>
        split.ToDictionary(pair => pair.Account, pair => pair.Amount, StringComparer.Ordinal);
}
