using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Ledger;

namespace DichVuCong.Payments.Desk;

/// <summary>What operators call things of payments, in Vietnamese unless English is asked for.</summary>
public static class PaymentWords
{
    private const string Nothing = "–";

    private static readonly Terms<DifferenceKind> Kinds = new(
        (DifferenceKind.AmountShort, "trả thiếu", "paid too little"),
        (DifferenceKind.AmountDiffers, "lệch số tiền", "amount differs"),
        (DifferenceKind.DoublePayment, "trả trùng hoặc thừa", "paid twice or too much"),
        (DifferenceKind.StatusDiffers, "lệch trạng thái", "status differs"),
        (DifferenceKind.ReversedTooLate, "hủy sau khi đã chuyển tiền", "reversed after settlement"),
        (DifferenceKind.SettlementDiffers, "lệch số quyết toán", "settlement differs"),
        (DifferenceKind.SettledWithoutPayment, "quyết toán không có giao dịch", "settled without a payment"),
        (DifferenceKind.BeneficiaryDiffers, "sai tài khoản thụ hưởng", "wrong beneficiary account"),
        (DifferenceKind.RefundRejected, "hoàn tiền bị từ chối", "refund rejected"),
        (DifferenceKind.RefundUnanswered, "hoàn tiền chưa có kết quả", "refund not answered"),
        (DifferenceKind.StillUnknown, "đối tác chưa rõ kết quả", "partner does not know the result"),
        (DifferenceKind.PaidAfterCancelling, "trả sau khi đã hủy", "paid after cancelling"),
        (DifferenceKind.MissingAtPartner, "đối tác không có", "missing at the partner"),
        (DifferenceKind.MissingHere, "hệ thống không có", "missing here"),
        (DifferenceKind.Duplicate, "đối tác có nhiều lần", "duplicate at the partner"),
        (DifferenceKind.RefundUnmatched, "hoàn tiền không khớp", "refund unmatched"),
        (DifferenceKind.ExpectedLaterMissing, "chờ tệp sau nhưng không có", "expected in a later file, not there"),
        (DifferenceKind.FeesUnclear, "khoản phải nộp của hồ sơ chưa rõ", "the dossier's fees are unclear"));

    private static readonly Terms<LedgerBreachKind> Breaches = new(
        (LedgerBreachKind.WrongEntry, "bút toán sai tài khoản hoặc số tiền", "entry with a wrong account or amount"),
        (LedgerBreachKind.MissingEntry, "thiếu bút toán", "entry missing"),
        (LedgerBreachKind.Overdrawn, "chi vượt số đã thu", "more paid out than collected"),
        (LedgerBreachKind.OrderDiffers, "sổ cái lệch khoản thu", "ledger differs from the order"),
        (LedgerBreachKind.CollectedDiffers, "sổ cái lệch giao dịch đối tác báo", "ledger differs from the partner's transactions"),
        (LedgerBreachKind.RefundedDiffers, "sổ cái lệch các lần hoàn tiền", "ledger differs from the refunds"),
        (LedgerBreachKind.Contradiction, "bút toán được báo lại với nội dung khác", "entry told again with another content"),
        (LedgerBreachKind.DoubleClaim, "một giao dịch trả cho hai khoản thu", "one transaction claimed by two orders"),
        (LedgerBreachKind.Unwatched, "đối tác giữ tiền không ai theo dõi", "partner holds money that nobody watches"));

    private static readonly Terms<RefundObstacle> Obstacles = new(
        (RefundObstacle.NotFourEyes, "chưa đủ hai người", "not two persons"),
        (RefundObstacle.UnknownTransaction, "không có giao dịch này", "no such transaction"),
        (RefundObstacle.TooMuch, "vượt số tiền còn lại", "more than what is left"),
        (RefundObstacle.NotSettled, "chưa quyết toán nên cơ quan chưa có tiền", "not settled: the agency does not have the money"),
        (RefundObstacle.DecidedOtherwise, "số quyết định đã dùng với nội dung khác", "the decision's number was used with another content"));

    private static readonly Terms<OrderState> OrderStates = new(
        (OrderState.Open, "chờ thanh toán", "waiting for payment"),
        (OrderState.Pending, "đang thanh toán", "payment under way"),
        (OrderState.Unknown, "chưa rõ kết quả", "result unknown"),
        (OrderState.Failed, "thanh toán lỗi", "payment failed"),
        (OrderState.Expired, "hết hạn", "expired"),
        (OrderState.Cancelled, "đã hủy", "cancelled"),
        (OrderState.Paid, "đã thanh toán", "paid"),
        (OrderState.Settled, "đã quyết toán", "settled"),
        (OrderState.Refunded, "đã hoàn tiền", "refunded"));

    private static readonly Terms<InquiryState> InquiryStates = new(
        (InquiryState.Open, "chờ trả lời", "waiting for answers"),
        (InquiryState.Answered, "đã trả lời", "answered"),
        (InquiryState.ClosingProposed, "chờ người thứ hai", "waiting for the second person"),
        (InquiryState.Closed, "đã đóng", "closed"));

    private static readonly Terms<InquiryStep> Steps = new(
        (InquiryStep.BankAnswered, "ngân hàng trả lời", "bank answered"),
        (InquiryStep.AgencyAnswered, "cơ quan trả lời", "agency answered"),
        (InquiryStep.ClosingProposed, "đề nghị đóng", "closing proposed"),
        (InquiryStep.ClosingAgreed, "đồng ý đóng", "closing agreed"),
        (InquiryStep.ClosingDeclined, "không đồng ý đóng", "closing declined"),
        (InquiryStep.Resolved, "khớp với tệp sau", "matched by a later file"));

    private static readonly Terms<RefundState> RefundStates = new(
        (RefundState.Requested, "đã yêu cầu đối tác", "partner asked"),
        (RefundState.InProgress, "đối tác đang làm", "under way at the partner"),
        (RefundState.Done, "đã hoàn", "refunded"),
        (RefundState.Rejected, "bị từ chối", "rejected"));

    private static readonly Terms<RefundCause> Causes = new(
        (RefundCause.DoublePayment, "trả trùng", "paid twice"),
        (RefundCause.Excess, "trả thừa", "paid too much"),
        (RefundCause.Cancelled, "đã hủy khoản thu", "order cancelled"),
        (RefundCause.Decision, "theo quyết định", "by decision"));

    private static readonly Terms<PaymentResult> Results = new(
        (PaymentResult.Paid, "đã thu", "collected"),
        (PaymentResult.Failed, "không thu được", "not collected"),
        (PaymentResult.Unknown, "chưa rõ", "unknown"),
        (PaymentResult.Reversed, "đối tác đã hủy", "reversed by the partner"));

    private static readonly Terms<PaymentSource> Sources = new(
        (PaymentSource.Callback, "đối tác gọi", "callback"),
        (PaymentSource.Inquiry, "hỏi đối tác", "asked"),
        (PaymentSource.Statement, "sao kê", "statement"));

    private static readonly Terms<LedgerKind> LedgerKinds = new(
        (LedgerKind.Collected, "thu", "collected"),
        (LedgerKind.Reversed, "đối tác hủy", "reversed"),
        (LedgerKind.Settled, "quyết toán", "settled"),
        (LedgerKind.Refunded, "hoàn tiền", "refunded"));

    private static readonly Terms<RefundRoute> Routes = new(
        (RefundRoute.Partner, "qua đối tác", "through the partner"),
        (RefundRoute.Agency, "cơ quan tự chuyển", "by the agency itself"));

    /// <summary>Where an order stands.</summary>
    public static string Of(OrderState state, bool english = false) => OrderStates.Of(state, english);

    /// <summary>Where an inquiry stands.</summary>
    public static string Of(InquiryState state, bool english = false) => InquiryStates.Of(state, english);

    /// <summary>What was said in an inquiry.</summary>
    public static string Of(InquiryStep step, bool english = false) => Steps.Of(step, english);

    /// <summary>Who is asked, or has answered.</summary>
    public static string Of(InquiryParty parties, bool english = false) => parties switch
    {
        InquiryParty.Bank => english ? "bank" : "ngân hàng",
        InquiryParty.Agency => english ? "agency" : "cơ quan",
        InquiryParty.Bank | InquiryParty.Agency => english ? "bank, agency" : "ngân hàng, cơ quan",
        _ => Nothing,
    };

    /// <summary>Where a refund stands.</summary>
    public static string Of(RefundState state, bool english = false) => RefundStates.Of(state, english);

    /// <summary>Why money goes back.</summary>
    public static string Of(RefundCause cause, bool english = false) => Causes.Of(cause, english);

    /// <summary>What became of a transaction.</summary>
    public static string Of(PaymentResult result, bool english = false) => Results.Of(result, english);

    /// <summary>How a transaction was first told of.</summary>
    public static string Of(PaymentSource source, bool english = false) => Sources.Of(source, english);

    /// <summary>What an entry of the ledger is.</summary>
    public static string Of(LedgerKind kind, bool english = false) => LedgerKinds.Of(kind, english);

    /// <summary>What does not agree.</summary>
    public static string Of(DifferenceKind kind, bool english = false) => Kinds.Of(kind, english);

    /// <summary>What is wrong with the ledger.</summary>
    public static string Of(LedgerBreachKind kind, bool english = false) => Breaches.Of(kind, english);

    /// <summary>Why an order could not carry a decision out.</summary>
    public static string Of(RefundObstacle obstacle, bool english = false) => Obstacles.Of(obstacle, english);

    /// <summary>Who gives money back.</summary>
    public static string Of(RefundRoute route, bool english = false) => Routes.Of(route, english);

    /// <summary>A time as operators read it: Asia/Ho_Chi_Minh, to the second.</summary>
    public static string Time(DateTimeOffset? instant) =>
        instant is { } at ? VietnamTime.Local(at).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A day as operators read it.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? Nothing;
}
