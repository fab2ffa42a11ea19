using DichVuCong.Operations.Language;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Payments.Reconciliation.Reports;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>How things of reconciliation are called; in Vietnamese as the reports call them.</summary>
public static class ReconciliationWords
{
    /// <summary>A class of results; 0 is what was given.</summary>
    public static Words ClassOf(short number) => new(
        number == 0 ? "Cộng = đầu vào" : ReportWords.ClassOf(number),
        (ResultClass)number switch
        {
            ResultClass.Matched => "Matched",
            ResultClass.MissingAtBank => "Missing at the bank",
            ResultClass.MissingHere => "Missing here",
            ResultClass.AmountDiffers => "Amount differs",
            ResultClass.StatusDiffers => "Status differs",
            ResultClass.Duplicate => "Duplicate",
            ResultClass.RefundUnmatched => "Refund unmatched",
            ResultClass.ExpectedLater => "Expected later (after cut-off)",
            _ => "Total = input",
        });

    /// <summary>What became of an order to run.</summary>
    public static Words Of(RunVerdict verdict) => verdict switch
    {
        RunVerdict.Completed => new("Đã đối soát xong.", "Reconciled."),
        RunVerdict.SameAgain => new("Đã chạy lại: kết quả giống hệt.", "Repeated: the very same result."),
        RunVerdict.Differs => new(
            "Đã chạy lại: kết quả KHÁC. Đây là lỗi của hệ thống: hãy báo ngay.", "Repeated: ANOTHER result. This is a defect of the system: report it at once."),
        RunVerdict.Busy => new("Máy khác đang đối soát đối tác này; hãy thử lại sau.", "Another host reconciles this partner now; try again later."),
        RunVerdict.NoFile => new("Chưa có tệp của ngày này.", "There is no file of this day."),
        RunVerdict.PastKeeping => new(
            "Dữ liệu đầu vào đã hết hạn lưu: không chạy lại được.", "What it was matched from is past its keeping: it cannot be repeated."),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, message: null),
    };
}
