using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Payments.Reconciliation.Reports;

/// <summary>The Vietnamese words of reports.</summary>
public static class ReportWords
{
    /// <summary>A class of results; 0 is what was given.</summary>
    public static string ClassOf(int number) => (ResultClass)number switch
    {
        ResultClass.Matched => "Khớp",
        ResultClass.MissingAtBank => "Ngân hàng không có",
        ResultClass.MissingHere => "Hệ thống không có",
        ResultClass.AmountDiffers => "Lệch số tiền",
        ResultClass.StatusDiffers => "Lệch trạng thái",
        ResultClass.Duplicate => "Trùng",
        ResultClass.RefundUnmatched => "Hoàn trả không khớp",
        ResultClass.ExpectedLater => "Chờ tệp ngày sau (sau giờ chốt)",
        _ => "Đầu vào",
    };

    /// <summary>What moved the money.</summary>
    public static string KindOf(int kind) => (RowKind)kind switch
    {
        RowKind.Payment => "Thanh toán",
        RowKind.Refund => "Hoàn trả",
        RowKind.Settlement => "Quyết toán",
        _ => "Phí",
    };

    /// <summary>What was done about a difference.</summary>
    public static string ActionOf(int? action) => action switch
    {
        null => "",
        0 => "Chờ",
        1 => "Tra soát",
        2 => "Ghi nhận đã thanh toán",
        3 => "Hỏi lại hoàn trả",
        _ => "Chuyển lệnh thu xử lý",
    };

    /// <summary>Where an inquiry stands.</summary>
    public static string InquiryOf(int? state) => (InquiryState)(state ?? 0) switch
    {
        InquiryState.Open => "Đang mở",
        InquiryState.Answered => "Đã trả lời",
        InquiryState.ClosingProposed => "Đề nghị đóng",
        InquiryState.Closed => "Đã đóng",
        _ => "",
    };

    /// <summary>Whose row it is.</summary>
    public static string SideOf(int side) => side == 0 ? "Hệ thống" : "Ngân hàng";
}
