using DichVuCong.Cli.Running;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Ledger;

namespace DichVuCong.Cli.Commands.Payments;

/// <summary>What operators call things of payments.</summary>
internal static class PaymentWords
{
    private static readonly Dictionary<DifferenceKind, string> Kinds = new()
    {
        [DifferenceKind.AmountShort] = "trả thiếu",
        [DifferenceKind.AmountDiffers] = "lệch số tiền",
        [DifferenceKind.DoublePayment] = "trả trùng hoặc thừa",
        [DifferenceKind.StatusDiffers] = "lệch trạng thái",
        [DifferenceKind.ReversedTooLate] = "hủy sau khi đã chuyển tiền",
        [DifferenceKind.SettlementDiffers] = "lệch số quyết toán",
        [DifferenceKind.SettledWithoutPayment] = "quyết toán không có giao dịch",
        [DifferenceKind.BeneficiaryDiffers] = "sai tài khoản thụ hưởng",
        [DifferenceKind.RefundRejected] = "hoàn tiền bị từ chối",
        [DifferenceKind.RefundUnanswered] = "hoàn tiền chưa có kết quả",
        [DifferenceKind.StillUnknown] = "đối tác chưa rõ kết quả",
        [DifferenceKind.PaidAfterCancelling] = "trả sau khi đã hủy",
        [DifferenceKind.MissingAtPartner] = "đối tác không có",
        [DifferenceKind.MissingHere] = "hệ thống không có",
        [DifferenceKind.Duplicate] = "đối tác có nhiều lần",
        [DifferenceKind.RefundUnmatched] = "hoàn tiền không khớp",
        [DifferenceKind.ExpectedLaterMissing] = "chờ tệp sau nhưng không có",
        [DifferenceKind.FeesUnclear] = "khoản phải nộp của hồ sơ chưa rõ",
    };

    private static readonly Dictionary<LedgerBreachKind, string> Breaches = new()
    {
        [LedgerBreachKind.WrongEntry] = "bút toán sai tài khoản hoặc số tiền",
        [LedgerBreachKind.MissingEntry] = "thiếu bút toán",
        [LedgerBreachKind.Overdrawn] = "chi vượt số đã thu",
        [LedgerBreachKind.OrderDiffers] = "sổ cái lệch khoản thu",
        [LedgerBreachKind.CollectedDiffers] = "sổ cái lệch giao dịch đối tác báo",
        [LedgerBreachKind.RefundedDiffers] = "sổ cái lệch các lần hoàn tiền",
        [LedgerBreachKind.Contradiction] = "bút toán được báo lại với nội dung khác",
        [LedgerBreachKind.DoubleClaim] = "một giao dịch trả cho hai khoản thu",
        [LedgerBreachKind.Unwatched] = "đối tác giữ tiền không ai theo dõi",
    };

    private static readonly Dictionary<RefundObstacle, string> Obstacles = new()
    {
        [RefundObstacle.NotFourEyes] = "chưa đủ hai người",
        [RefundObstacle.UnknownTransaction] = "không có giao dịch này",
        [RefundObstacle.TooMuch] = "vượt số tiền còn lại",
        [RefundObstacle.NotSettled] = "chưa quyết toán nên cơ quan chưa có tiền",
        [RefundObstacle.DecidedOtherwise] = "số quyết định đã dùng với nội dung khác",
    };

    public static string Of(OrderState state) => state switch
    {
        OrderState.Open => "chờ thanh toán",
        OrderState.Pending => "đang thanh toán",
        OrderState.Unknown => "chưa rõ kết quả",
        OrderState.Failed => "thanh toán lỗi",
        OrderState.Expired => "hết hạn",
        OrderState.Cancelled => "đã hủy",
        OrderState.Paid => "đã thanh toán",
        OrderState.Settled => "đã quyết toán",
        OrderState.Refunded => "đã hoàn tiền",
        _ => state.ToString(),
    };

    public static string Of(InquiryState state) => state switch
    {
        InquiryState.Open => "chờ trả lời",
        InquiryState.Answered => "đã trả lời",
        InquiryState.ClosingProposed => "chờ người thứ hai",
        InquiryState.Closed => "đã đóng",
        _ => state.ToString(),
    };

    public static string Of(InquiryStep step) => step switch
    {
        InquiryStep.BankAnswered => "ngân hàng trả lời",
        InquiryStep.AgencyAnswered => "cơ quan trả lời",
        InquiryStep.ClosingProposed => "đề nghị đóng",
        InquiryStep.ClosingAgreed => "đồng ý đóng",
        InquiryStep.ClosingDeclined => "không đồng ý đóng",
        InquiryStep.Resolved => "khớp với tệp sau",
        _ => step.ToString(),
    };

    public static string Of(InquiryParty parties) => parties switch
    {
        InquiryParty.Bank => "ngân hàng",
        InquiryParty.Agency => "cơ quan",
        InquiryParty.Bank | InquiryParty.Agency => "ngân hàng, cơ quan",
        _ => Tables.Nothing,
    };

    public static string Of(RefundState state) => state switch
    {
        RefundState.Requested => "đã yêu cầu đối tác",
        RefundState.InProgress => "đối tác đang làm",
        RefundState.Done => "đã hoàn",
        RefundState.Rejected => "bị từ chối",
        _ => state.ToString(),
    };

    public static string Of(RefundCause cause) => cause switch
    {
        RefundCause.DoublePayment => "trả trùng",
        RefundCause.Excess => "trả thừa",
        RefundCause.Cancelled => "đã hủy khoản thu",
        RefundCause.Decision => "theo quyết định",
        _ => cause.ToString(),
    };

    public static string Of(PaymentResult result) => result switch
    {
        PaymentResult.Paid => "đã thu",
        PaymentResult.Failed => "không thu được",
        PaymentResult.Unknown => "chưa rõ",
        PaymentResult.Reversed => "đối tác đã hủy",
        _ => result.ToString(),
    };

    public static string Of(PaymentSource source) => source switch
    {
        PaymentSource.Callback => "đối tác gọi",
        PaymentSource.Inquiry => "hỏi đối tác",
        PaymentSource.Statement => "sao kê",
        _ => source.ToString(),
    };

    public static string Of(LedgerKind kind) => kind switch
    {
        LedgerKind.Collected => "thu",
        LedgerKind.Reversed => "đối tác hủy",
        LedgerKind.Settled => "quyết toán",
        LedgerKind.Refunded => "hoàn tiền",
        _ => kind.ToString(),
    };

    public static string Of(DifferenceKind kind) => Kinds.GetValueOrDefault(kind, kind.ToString());

    public static string Of(LedgerBreachKind kind) => Breaches.GetValueOrDefault(kind, kind.ToString());

    public static string Of(RefundObstacle obstacle) => Obstacles.GetValueOrDefault(obstacle, obstacle.ToString());

    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? Tables.Nothing;
}
