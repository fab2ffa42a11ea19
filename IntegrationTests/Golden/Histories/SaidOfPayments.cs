using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>What is said in the scripts of payments: a made-up obligation, its order of 150,000 đồng, and an inquiry.</summary>
internal static class SaidOfPayments
{
    public const string Vnpay = "vnpay";
    public const string VietQr = "vietqr";
    public const string Difference = "D260302000000C1S-1-1";
    private const string Number = "14000001";
    private static readonly DateTimeOffset Start = GoldenCalendars.At("2026-03-02T09:00");
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    private static readonly Vnd Amount = new(150_000);
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly BeneficiaryAccount Treasury = new("3941.0.1059134", "VCB", "Kho bạc Nhà nước khu vực I", IsTreasury: true);

    public static ObligationId Obligation { get; } = ObligationId.Parse("H29/2026-000123");

    public static PaymentReference Reference { get; } = PaymentReference.Of(Day, 12345);

    public static PaymentReference Second { get; } = PaymentReference.Of(Day, 67890);

    public static OpenOrder Open { get; } = new(Reference, Obligation, Agency, "H29.101", Treasury, Amount, Start.AddDays(10), ConfirmTo: null);

    public static OpenOrder OpenForMinistry { get; } = Open with { ConfirmTo = "BOTUPHAP" };

    public static CancelOrder Cancelled { get; } = new(Reference, "Hồ sơ đã rút");

    public static RecordPayment Short { get; } = Paid("14000009", 149_999);

    public static PaymentNotKnown NotKnown { get; } = new(Reference, Vnpay);

    public static OpenInquiry Inquired { get; } = new(Difference, DifferenceKind.AmountShort, Vnpay, Reference, Agency, Number, Amount, new Vnd(149_999), Day);

    /// <summary>An obligation of one order or two.</summary>
    public static StateObligation Stated(int orders, bool isOfDossier = true) => new(
        Obligation,
        isOfDossier ? Said.Code : null,
        Agency,
        "H29.101",
        [.. new[] { Reference, Second }.Take(orders).Select(reference =>
            new ObligationOrder(reference, Treasury, Amount, [new OrderLine(FeeKind.Fee, "P01", "Phí thẩm định", Amount)]))],
        Start.AddDays(10),
        ConfirmTo: null);

    public static CancelObligation Withdrawn(bool forAnother = false) =>
        new(Obligation, "Hồ sơ đã rút", "canbo01", forAnother ? ObligationId.Parse("H29/2026-000124") : null);

    public static NoteOrder Note(int order, OrderState state, long paid = 0) =>
        new(Obligation, order == 1 ? Reference : Second, state, new Vnd(paid), Start);

    public static StartPayment Chosen(string partner = Vnpay, int minutes = 0) => new(Reference, partner, Start.AddMinutes(minutes));

    public static RecordPayment Paid(string? number = Number, long amount = 150_000, string partner = Vnpay, PaymentSource source = PaymentSource.Callback) =>
        Told(PaymentResult.Paid, number, amount, partner, source);

    public static RecordPayment Failed(PaymentSource source = PaymentSource.Callback) => Told(PaymentResult.Failed, Number, 150_000, Vnpay, source);

    public static RecordPayment Doubtful(string partner = Vnpay) => Told(PaymentResult.Unknown, number: null, 150_000, partner, PaymentSource.Inquiry);

    public static RecordPayment Reversed(long amount = 150_000) => Told(PaymentResult.Reversed, Number, amount, Vnpay, PaymentSource.Statement);

    public static SettleOrder Settled(long amount = 150_000, string line = "vnpay-20260303-1", string? account = null) =>
        new(Reference, Vnpay, Number, new Vnd(amount), account ?? Treasury.Key, new DateOnly(2026, 3, 3), line);

    public static DecideRefund Decided(
        string decision = "12/QĐ-TL", long amount = 150_000, string approved = "lanhdao01", RefundRoute route = RefundRoute.Partner, string number = Number) =>
        new(Reference, Vnpay, number, new Vnd(amount), decision, new DateOnly(2026, 3, 5), "ketoan01", approved, route);

    public static AskRefund Asked() => new(Reference, Vnpay, Number, Amount, "Nộp nhầm hồ sơ", "canbo01");

    public static RefundTaken Taken(int number) => new(Reference, number);

    public static RefundMade Made(int number) => new(Reference, number);

    public static RefundRejected Rejected(int number) => new(Reference, number, "Quá hạn hoàn tiền");

    public static RefundNotShown NotShown(int number) => new(Reference, number);

    public static KeepReceipt Receipt(string? url = null) => new(Reference, "BL/26E", "0000123", new DateOnly(2026, 3, 4), url);

    public static AnswerInquiry Answers(InquiryParty party) => new(Difference, party, "Đã kiểm tra, số tiền đúng", "soat09");

    public static ProposeClosing Proposes(string by = "soat01", string reason = "Ngân hàng đã bù") => new(Difference, reason, by);

    public static DecideClosing Decides(bool agreed, string by = "soat02") => new(Difference, agreed, "Đồng ý với hồ sơ", by);

    private static RecordPayment Told(PaymentResult result, string? number, long amount, string partner, PaymentSource source) =>
        new(Reference, partner, number, result, new Vnd(amount), source, Start.AddMinutes(1), Day);
}
