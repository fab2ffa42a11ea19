using System.Globalization;
using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Saga;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Partners.Portal;
using DichVuCong.Simulation.Plans.Payments;

namespace DichVuCong.Simulation.Partners.Banks;

/// <summary>What citizens, agencies and banks do to us about payments, each request sent until it is answered.</summary>
internal sealed class PaymentDesk(World world, BankBooks books)
{
    private const int Source = 15;

    private static readonly int OwnFlow = Flow.Of(Source, Urgency.Normal);
    private readonly HashSet<int> _stated = [];
    private readonly Dictionary<PaymentReference, string> _accounts = [];
    private int _payments;

    /// <summary>The reference of an order: what the door drew for it.</summary>
    public PaymentReference ReferenceOf(int number, int order) => PaymentReference.Of(SampleCatalogue.FirstDay, world.Fate.Draw("reference", number, order));

    /// <summary>An agency states an obligation.</summary>
    public void State(Stating stating)
    {
        _stated.Add(stating.Number);
        var orders = Enumerable.Range(0, stating.Orders).Select(order => new ObligationOrder(
            ReferenceOf(stating.Number, order),
            new BeneficiaryAccount(string.Create(CultureInfo.InvariantCulture, $"35110000{order}"), "VCB", "Kho bạc"),
            new Vnd(stating.Amount),
            [new OrderLine(FeeKind.Fee, "LP", "Lệ phí", new Vnd(stating.Amount))])).ToList();
        foreach (var order in orders) _accounts[order.Reference] = order.Beneficiary.Key;
        var id = ObligationId.Of(Ministry.Code, string.Create(CultureInfo.InvariantCulture, $"{stating.Number}"));
        var message = new StateObligation(
            id, Dossier: null, AgencyCode.Parse("H29.101"), "H29.101", orders, stating.At + stating.Lifetime, stating.IsConfirmed ? Ministry.Code : null);
        Request("obligation", stating.Number, PaymentEndpoints.StatedObligations, id.Value, [1], message);
    }

    /// <summary>The agency takes an obligation back.</summary>
    public void Cancel(int number)
    {
        if (_stated.Contains(number))
            Send(new CancelObligation(ObligationId.Of(Ministry.Code, number.ToString(CultureInfo.InvariantCulture)), "Rút hồ sơ", "officer"));
    }

    /// <summary>A citizen starts a payment and pays it, or types a transfer.</summary>
    public void Pay(Paying paying)
    {
        var reference = ReferenceOf(paying.Number, paying.Order);
        var started = paying.Starts ? DateTimeOffset.FromUnixTimeSeconds(world.Now.ToUnixTimeSeconds()) : (DateTimeOffset?)null;
        if (started is { } at) Send(new StartPayment(reference, paying.Bank, at));
        world.Agenda.In(paying.After, () => Take(paying, reference, started));
    }

    /// <summary>An attempt at a bank fails, and the bank says so.</summary>
    public void Fail(PaymentFailing failing)
    {
        var (reference, number) = (ReferenceOf(failing.Number, failing.Order), NextNumber());
        Send(new StartPayment(reference, failing.Bank, DateTimeOffset.FromUnixTimeSeconds(world.Now.ToUnixTimeSeconds())));
        world.Agenda.In(TimeSpan.FromMinutes(2), () => Tell(reference, failing.Bank, number, PaymentResult.Failed, 10_000, world.Now));
    }

    /// <summary>A bank takes back a payment of which nothing has gone further, and says so.</summary>
    public void Reverse(int number, int order)
    {
        var reference = ReferenceOf(number, order);
        var payment = books.Payments.FirstOrDefault(each => each.Reference == reference && each is { IsReversed: false, Settled: 0, Refunds.Count: 0 });
        if (payment is null) return;
        payment.IsReversed = true;
        Tell(reference, payment.Bank, payment.Number, PaymentResult.Reversed, payment.Amount, payment.PaidAt);
    }

    /// <summary>The agency decides on a refund of an order's first payment.</summary>
    public void Decide(RefundDeciding deciding)
    {
        var reference = ReferenceOf(deciding.Number, deciding.Order);
        if (PaymentInvariants.OrderOf(world, reference) is null) return;
        if (books.Payments.FirstOrDefault(payment => payment.Reference == reference) is not { } paid) return;
        var amount = new Vnd(Math.Max(1, paid.Amount * deciding.Percent / 100));
        var decision = string.Create(CultureInfo.InvariantCulture, $"QD-{deciding.Number}-{deciding.Serial}");
        Request("decision", (deciding.Number * 10) + deciding.Serial, PaymentEndpoints.RefundDecisions, decision, [(byte)deciding.Percent], new DecideRefund(
            reference, paid.Bank, paid.Number, amount, decision, VietnamTime.DayOf(world.Now), "canbo01", "lanhdao01", RefundRoute.Partner));
    }

    /// <summary>A bank's day: it passes money on, and its statement tells of all that it has in its books.</summary>
    public void CloseDay(BankDay day)
    {
        foreach (var payment in books.Payments.Where(payment => payment.Bank == day.Bank && (day.IsLast || payment.PaidAt < world.Now.AddHours(-6))).ToList())
        {
            // What is for nobody here goes to people before it comes to a saga.
            if (!_accounts.ContainsKey(payment.Reference)) continue;
            State(day, payment);
            if (!payment.IsReversed && (day.IsLast || world.Fate.Happens(60, "settles", Chance.Fate.NumberOf(DerivedNumber(payment)), day.Serial)))
                Settle(day, payment);
        }
    }

    private static Guid DerivedNumber(BookedPayment payment) =>
        Runtime.Identity.DerivedId.Of(Guid.Empty, int.Parse(payment.Number, CultureInfo.InvariantCulture));

    private void State(BankDay day, BookedPayment payment)
    {
        var result = payment.IsReversed ? PaymentResult.Reversed : PaymentResult.Paid;
        var message = new RecordPayment(
            payment.Reference, payment.Bank, payment.Number, result, new Vnd(payment.Amount), PaymentSource.Statement, PaidAt: null,
            VietnamTime.DayOf(payment.PaidAt));
        Request("statement", int.Parse(payment.Number, CultureInfo.InvariantCulture) + (day.Serial * 1000L), endpoint: null, "", [], message);
    }

    private void Settle(BankDay day, BookedPayment payment)
    {
        var amount = payment.Amount - payment.Refunded - payment.Settled;
        if (amount <= 0) return;
        payment.Settled += amount;
        var line = string.Create(CultureInfo.InvariantCulture, $"{day.Bank}-{payment.Number}-{day.Serial}");
        Request("settlement", int.Parse(payment.Number, CultureInfo.InvariantCulture) + (day.Serial * 1000L), endpoint: null, "", [], new SettleOrder(
            payment.Reference, payment.Bank, payment.Number, new Vnd(amount), _accounts[payment.Reference], VietnamTime.DayOf(world.Now), line));
    }

    private void Take(Paying paying, PaymentReference reference, DateTimeOffset? started)
    {
        var paid = DateTimeOffset.FromUnixTimeSeconds(world.Now.ToUnixTimeSeconds());
        var payment = new BookedPayment(reference, paying.Bank, NextNumber(), paying.Amount, paid, started) { PendingAnswers = paying.Pending };
        books.Add(payment);
        world.Note("bank takes", reference.Value, paying.Amount);
        for (var time = 0; time < paying.Tells; time++)
        {
            var wait = TimeSpan.FromMinutes(time == 0 ? 0 : world.Fate.Between(1, 300, "told again", time, paid.UtcTicks));
            world.Agenda.In(wait, () => Tell(reference, paying.Bank, payment.Number, PaymentResult.Paid, paying.Amount, paid));
        }
    }

    private void Tell(PaymentReference reference, string bank, string number, PaymentResult result, long amount, DateTimeOffset at)
    {
        var message = new RecordPayment(reference, bank, number, result, new Vnd(amount), PaymentSource.Callback, at, BankDate: null);
        var about = int.Parse(number, CultureInfo.InvariantCulture) + ((int)result * 1000L);
        var identity = $"{bank}|{reference}|{number}|{result}";
        Request("callback", about, PaymentEndpoints.Callbacks, identity, [1], message, () => books.Accepted.Add((reference, bank, number, result)));
    }

    /// <summary>Sends a message until it is answered, under the identity by which the door knows it again.</summary>
    private void Request(string kind, long about, string? endpoint, string identity, byte[] content, object message, Action? accepted = null)
    {
        var call = new DoorCall
        {
            Identity = endpoint is null ? null : new CallIdentity(endpoint, Encoding.UTF8.GetBytes(identity), content),
            Messages = [new DoorMessage(message, OwnFlow)],
        };
        new Requester(world, kind, about, () => (call, null), _ => accepted?.Invoke()).Start();
    }

    private void Send(object message) => world.Door.Accept(new DoorCall { Messages = [new DoorMessage(message, OwnFlow)] }, _ => { });

    private string NextNumber() => (14_000 + ++_payments).ToString(CultureInfo.InvariantCulture);
}
