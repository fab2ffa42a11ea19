using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga;
using static DichVuCong.Golden.Tests.Histories.SaidOfPayments;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>The histories of obligations, orders and inquiries that are recorded.</summary>
internal static class PaymentScripts
{
    public static IEnumerable<Script> All() => [.. Obligations(), .. Orders(), .. Refunds(), .. Inquiries()];

    private static IEnumerable<Script> Obligations() =>
    [
        OfObligation("paid-in-parts", "Two orders: paid one after the other, settled, and given back.")
            .Give(Stated(2)).Give(Stated(2)).Give(Note(1, OrderState.Pending)).Give(Note(1, OrderState.Paid, 150_000)).Give(Note(2, OrderState.Paid, 150_000))
            .Give(Note(1, OrderState.Settled, 150_000)).Give(Note(2, OrderState.Settled, 150_000)).Give(Note(1, OrderState.Refunded))
            .Give(Note(2, OrderState.Refunded)),
        OfObligation("of-one-order", "One order, of no dossier: paid, settled, given back.")
            .Give(Stated(1, isOfDossier: false)).Give(Note(1, OrderState.Paid, 150_000)).Give(Note(1, OrderState.Settled, 150_000))
            .Give(Note(1, OrderState.Refunded)),
        OfObligation("taken-back-by-the-bank", "Paid and reversed, expired, paid late and reversed, in doubt, paid after all, and given back.")
            .Give(Stated(1)).Give(Note(1, OrderState.Paid, 150_000)).Give(Note(1, OrderState.Failed)).Give(Note(1, OrderState.Expired))
            .Give(Note(1, OrderState.Paid, 150_000)).Give(Note(1, OrderState.Expired)).Give(Note(1, OrderState.Unknown))
            .Give(Note(1, OrderState.Paid, 150_000)).Give(Note(1, OrderState.Refunded)),
        OfObligation("expired-in-parts", "Both expire; one is paid late and reversed; the agency takes it back.")
            .Give(Stated(2)).Give(Note(1, OrderState.Expired)).Give(Note(2, OrderState.Expired)).Give(Note(1, OrderState.Paid, 150_000))
            .Give(Note(1, OrderState.Expired)).Give(Withdrawn()).Give(Withdrawn()),
        OfObligation("paid-after-cancelling", "Paid in part and reversed; taken back, and paid all the same; settled, and given back.")
            .Give(Stated(2)).Give(Note(1, OrderState.Paid, 150_000)).Give(Note(1, OrderState.Open)).Give(Withdrawn())
            .Give(Note(1, OrderState.Paid, 150_000)).Give(Note(2, OrderState.Paid, 150_000)).Give(Note(2, OrderState.Cancelled))
            .Give(Note(2, OrderState.Paid, 150_000)).Give(Note(1, OrderState.Settled, 150_000)).Give(Note(2, OrderState.Settled, 150_000))
            .Give(Note(1, OrderState.Refunded)).Give(Note(2, OrderState.Refunded)),
        OfObligation("cancelled-while-paid-in-part", "All paid, one reversed, and the agency takes it back.")
            .Give(Stated(2)).Give(Note(1, OrderState.Paid, 150_000)).Give(Note(2, OrderState.Paid, 150_000)).Give(Note(2, OrderState.Open)).Give(Withdrawn()),
        OfObligation("collected-by-the-post", "A postman collects more than is open of it.")
            .Give(Stated(2)).Give(Note(1, OrderState.Paid, 150_000))
            .Give(new CashCollected(Obligation, PostOrderNumber.Parse("H29.101-260302-5000001"), new Vnd(160_000), GoldenCalendars.At("2026-03-04T10:00"))),
        OfObligation("stated-twice", "It is to give way to another statement, but has the money: the other gives way.")
            .Give(Stated(1)).Give(Note(1, OrderState.Paid, 150_000)).Give(Withdrawn(forAnother: true)),
    ];

    private static IEnumerable<Script> Orders() => Ways().Select(way => Walk(way.Name, way.About, way.Steps));

    /// <summary>A number lets as many days pass, a fraction as much of one.</summary>
    private static IEnumerable<(string Name, string About, object[] Steps)> Ways() =>
    [
        ("paid", "Chosen, paid, told again, settled with a receipt, and given back by decision.",
            [Chosen(), Paid(), Paid(source: PaymentSource.Statement), 1, Settled(), Settled(), Receipt(), Receipt("https://bienlai.example/1"), Decided(), Made(1)]),
        ("never-called", "No callback: asked by the schedule, not known, and told at last.", [Chosen(), 0.03, NotKnown, 0.1, Paid(source: PaymentSource.Inquiry)]),
        ("failed-and-paid-again", "A failure, and another payment by the same link of which only a question tells.",
            [Chosen(), Failed(), 0.01, Failed(PaymentSource.Inquiry), Paid("14000002", source: PaymentSource.Inquiry) with { StartedAt = GoldenCalendars.At("2026-03-02T09:00") }]),
        ("failed-and-chosen-anew", "Failures, too little, doubt, and another choice.",
            [Chosen(), Failed(), Chosen(minutes: 1), Short, Failed(), Doubtful(), Failed(PaymentSource.Inquiry), Short with { TransactionNo = "14000010" }, 11, Cancelled]),
        ("failed-and-doubtful", "It failed, and then the partner does not know.", [Failed(), Doubtful()]),
        ("paid-and-given-back", "Paid, and given back by decision before settlement.", [Paid(), Decided(), Made(1)]),
        ("settled-elsewhere", "Settled to an account that is not the order's.", [Paid(), Settled(account: "VCB/000")]),
        ("paid-without-a-number-after-cancelling", "A payment without a number after it was taken back: people decide.", [Cancelled, Paid(number: null)]),
        ("failed-at-once", "It failed, too little came, and it is paid.", [Failed(), Short, Paid("14000002")]),
        ("failed-and-paid", "It failed, and is paid.", [Failed(), Paid("14000002")]),
        ("failed-and-expired", "It failed; nothing more comes; the agency takes it back; it is paid all the same and goes back.",
            [Failed(), 11, Cancelled, Paid("14000002"), Taken(1), Made(1)]),
        ("failed-and-cancelled", "It failed, and the agency takes it back.", [Failed(), Cancelled]),
        ("nothing-known-in-all-the-time", "Asked for three days, and nothing was ever known.", [Chosen(), 4, 7]),
        ("doubtful-for-ever", "The partner never comes to know: an inquiry, and it can be paid again.", [Doubtful(), 4]),
        ("doubtful", "In doubt; another partner is chosen; the doubt ends in a failure.", [Doubtful(), Chosen(VietQr), Failed(), Cancelled]),
        ("doubtful-when-chosen", "Chosen, in doubt, and paid.", [Chosen(), Doubtful(), Paid()]),
        ("doubtful-and-cancelled", "In doubt, and taken back.", [Doubtful(), Cancelled]),
        ("doubtful-and-failed", "In doubt, and failed.", [Doubtful(), Failed()]),
        ("doubtful-and-short", "In doubt, and too little came.", [Doubtful(), Short]),
        ("doubtful-and-expired", "In doubt until the time to pay is over.", [9, Doubtful(), 2, Failed(PaymentSource.Inquiry)]),
        ("chosen-and-cancelled", "Chosen, and taken back; the money that comes goes back.", [Chosen(), Cancelled, Paid(), Made(1)]),
        ("chosen-late", "Chosen at the end, and expired; in doubt after that, and paid late.",
            [9, Chosen(minutes: 9 * 24 * 60), 1, Doubtful(), Paid()]),
        ("cancelled", "Taken back before anything.", [Cancelled, Cancelled]),
        ("expired-and-paid", "Paid after the time, and reversed.", [11, Paid(), Reversed()]),
        ("reversed", "Paid, and taken back by the bank; told once more.", [Paid(), Reversed(), Reversed()]),
        ("reversed-long-after-a-choice", "Paid of a choice that is asked about no more, and reversed.", [2, Chosen(minutes: 2 * 24 * 60), Paid(), 4, Reversed(), Short]),
        ("reversed-while-another-is-chosen", "Paid at one, chosen at the other, reversed.", [Paid(), Chosen(VietQr), Reversed()]),
        ("reversed-while-another-is-doubtful", "Paid at one, in doubt at the other, reversed.", [Paid(), Doubtful(VietQr), Reversed()]),
        ("reversed-after-cancelling", "Paid, taken back by the agency and by the bank.", [Paid(), Cancelled, Reversed()]),
        ("reversed-otherwise", "A reversal of another amount, one that was never heard of, and one too late.",
            [Reversed() with { TransactionNo = "14000005" }, Paid(), Reversed(140_000), Settled(), Reversed()]),
        ("told-otherwise", "The statement tells another amount, and another failure.",
            [Paid(), Paid(amount: 160_000, source: PaymentSource.Statement), Failed(PaymentSource.Statement)]),
        ("settled-otherwise", "Settled to another account, of another amount, and without a payment; the receipt is missed.",
            [Settled(), Paid("14000002"), Settled(150_000, "vnpay-20260303-2", "VCB/000"), Settled(140_000, "vnpay-20260303-3"), Paid(), Settled(line: "vnpay-20260303-4"), 4]),
        ("receipt-in-a-new-calendar", "A holiday moves the receipt's clock.", [Paid(), 2, Settled(), Holiday.Comes, 4]),
    ];

    private static IEnumerable<Script> Refunds() =>
    [
        Walk("paid-twice", "A second payment goes back before settlement; the partner takes its time.",
            [Paid(), Paid("14000002"), Taken(1), 0.1, NotShown(1), 0.1, Made(1), Made(1)]),
        Walk("paid-too-much", "What is too much goes back; the partner rejects it.", [Paid(amount: 190_000), Taken(1), Rejected(1), Rejected(1), Made(1)]),
        Walk("refund-unanswered", "The partner answers nothing about a refund.", [Paid(), Paid("14000002"), 2, Made(1)]),
        Walk("refund-of-nothing-shown", "The partner shows nothing of a refund that it accepted.", [Paid(), Paid("14000002"), Taken(1), 1, NotShown(1)]),
        Walk("refund-decided", "Decisions that cannot be, one of a part, one of the rest by the agency itself.",
            [
                Paid(), Asked(), Decided(approved: "ketoan01"), Decided(number: "14000009"), Decided(amount: 999_999), Decided(route: RefundRoute.Agency),
                Decided("13/QĐ-TL", 50_000), Decided("13/QĐ-TL", 60_000), Made(1), Settled(100_000), Decided("14/QĐ-TL", 100_000, route: RefundRoute.Agency),
            ]),
        Walk("paid-after-settlement", "A second payment after the first is settled: people decide.", [Paid(), Settled(), Paid("14000002", partner: VietQr)]),
        OfOrder("ministry-told", "The ministry's system is told of every state until it takes it.")
            .Give(OpenForMinistry).Give(Chosen()).Give(Failed()).Give(new ConfirmationNotTaken(Reference, 1, "503")).GoTo("2026-03-02T09:02")
            .Give(new ConfirmationTaken(Reference, 1)).Give(Paid("14000002")).Give(new ConfirmationTaken(Reference, 2)).Give(Reversed() with { TransactionNo = "14000002" }),
        MinistryNeverTold(),
    ];

    private static Script MinistryNeverTold()
    {
        var script = OfOrder("ministry-never-told", "The ministry's system takes nothing in all the time.").Give(OpenForMinistry).Give(Paid());
        for (var attempt = 0; attempt < 80; attempt++) script.Give(new ConfirmationNotTaken(Reference, 1, "503")).Wait(TimeSpan.FromHours(1));
        return script;
    }

    private static IEnumerable<Script> Inquiries() =>
    [
        OfInquiry("closed-by-two", "Both answer; one proposes, the second declines, then agrees.")
            .Give(Inquired).Give(Inquired).Give(Answers(InquiryParty.Bank)).Give(Proposes()).Give(Decides(agreed: false)).Give(Answers(InquiryParty.Agency))
            .Give(Proposes()).Give(Proposes()).Give(Decides(agreed: true, by: "soat01")).Give(Decides(agreed: false)).Give(Proposes()).Give(Decides(agreed: true))
            .Give(Answers(InquiryParty.Bank)).Give(Inquired),
        OfInquiry("not-allowed", "Answers of nobody that was asked, and proposals without a reason or a name.")
            .Give(Inquired with { Agency = null }).Give(Answers(InquiryParty.Agency)).Give(Proposes(by: " ")).Give(Proposes(reason: " "))
            .Give(Decides(agreed: true)).Give(Answers(InquiryParty.Bank)).Give(new ResolveInquiry(Difference, "vnpay-20260304", "khớp")),
        OfInquiry("resolved-and-again", "A later file matches while a closing is proposed; a corrected one tells it again, and a file matches again.")
            .Give(Inquired).Give(Proposes()).Give(new ResolveInquiry(Difference, "vnpay-20260304", "khớp")).Give(Inquired)
            .Give(new ResolveInquiry(Difference, "vnpay-20260305", "khớp")).Give(new ResolveInquiry(Difference, "vnpay-20260305", "khớp")),
        OfInquiry("carried-and-overdue", "Carried over from day to day, reminded, moved by a holiday, and never answered.")
            .Give(Inquired).Give(new CarryInquiry(Difference, new DateOnly(2026, 3, 3))).Give(new CarryInquiry(Difference, new DateOnly(2026, 3, 3)))
            .ChangeCalendar(2).GoTo("2026-05-20T09:00"),
    ];

    private static Script Walk(string name, string about, object[] steps)
    {
        var script = OfOrder(name, about).Give(Open);
        foreach (var step in steps)
        {
            if (step is int days) script.Wait(TimeSpan.FromDays(days));
            else if (step is double part) script.Wait(TimeSpan.FromDays(part));
            else if (step is Holiday) script.ChangeCalendar(2);
            else script.Give(step);
        }

        return script;
    }

    private static Script OfObligation(string name, string about) => Script.Of(PaymentEndpoints.Obligations, $"obligations-{name}", about, Obligation.Value);

    private static Script OfOrder(string name, string about) => Script.Of(PaymentEndpoints.Orders, $"orders-{name}", about, Reference.Value);

    private static Script OfInquiry(string name, string about) => Script.Of(PaymentEndpoints.Inquiries, $"inquiries-{name}", about, Difference);

    private enum Holiday
    {
        Comes,
    }
}
