using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>An order of 150,000 đồng, and what is said of it. March 2026 has no holiday; the 2nd is a Monday.</summary>
internal static class Pay
{
    public const string Partner = "vnpay";

    public const string Other = "vietqr";

    public static PaymentReference Reference { get; } = PaymentReference.Of(new DateOnly(2026, 3, 2), 12345);

    public static ObligationId Obligation { get; } = ObligationId.Parse("H29/2026-000123");

    public static AgencyCode Agency { get; } = Sample.Agency;

    public static BeneficiaryAccount Treasury { get; } = new("3941.0.1059134", "VCB", "Kho bạc Nhà nước khu vực I", IsTreasury: true);

    public static Vnd Amount { get; } = new(150_000);

    public static DateTimeOffset Start => Sample.Start;

    /// <summary>It can be paid for ten days.</summary>
    public static OpenOrder Open { get; } = new(Reference, Obligation, Agency, "H29.101", Treasury, Amount, Sample.Start.AddDays(10), ConfirmTo: null);

    public static OpenOrder OpenWithCallback { get; } = Open with { ConfirmTo = "DOITAC1" };

    public static StartPayment Chosen(string partner = Partner, int minutes = 0) => new(Reference, partner, Start.AddMinutes(minutes));

    public static RecordPayment Paid(string? number = "14000001", long amount = 150_000, string partner = Partner, PaymentSource source = PaymentSource.Callback) =>
        Said(PaymentResult.Paid, number, amount, partner, source);

    public static RecordPayment Failed(string? number = "14000001", string partner = Partner, PaymentSource source = PaymentSource.Callback) =>
        Said(PaymentResult.Failed, number, 150_000, partner, source);

    public static RecordPayment Doubtful(string? number = null, string partner = Partner) => Said(PaymentResult.Unknown, number, 150_000, partner, PaymentSource.Inquiry);

    public static RecordPayment Reversed(string? number = "14000001", long amount = 150_000, string partner = Partner) =>
        Said(PaymentResult.Reversed, number, amount, partner, PaymentSource.Statement);

    public static SettleOrder Settled(string number = "14000001", long amount = 150_000, string line = "vnpay-20260303-1", string partner = Partner) =>
        new(Reference, partner, number, new Vnd(amount), Treasury.Key, new DateOnly(2026, 3, 3), line);

    public static DecideRefund Decided(string decision = "12/QĐ-TL", long amount = 150_000, string number = "14000001", RefundRoute route = RefundRoute.Partner) =>
        new(Reference, Partner, number, new Vnd(amount), decision, new DateOnly(2026, 3, 5), "ketoan01", "lanhdao01", route);

    private static RecordPayment Said(PaymentResult result, string? number, long amount, string partner, PaymentSource source) =>
        new(Reference, partner, number, result, new Vnd(amount), source, Start.AddMinutes(1), new DateOnly(2026, 3, 2));
}
