using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Files;

/// <summary>Why a file is not handed out.</summary>
internal static class FileProblems
{
    public static IResult NoSuchLink() => Refusals.NotFound("Liên kết tệp không đúng.");

    public static IResult Ended() => Make(
        StatusCodes.Status410Gone, "link-ended", "Liên kết tệp đã hết hạn", "Đề nghị hệ thống một cửa đồng bộ lại hồ sơ để nhận liên kết mới.");

    public static IResult Of(FileFault fault) => fault switch
    {
        FileFault.Missing => Make(
            StatusCodes.Status404NotFound, "file-missing", "Tệp không còn trên Cổng", "Người nộp hồ sơ đã được yêu cầu nộp lại tệp này."),
        FileFault.WrongHash => Make(
            StatusCodes.Status502BadGateway, "file-wrong-hash", "Nội dung tệp không khớp mã kiểm tra", "Người nộp hồ sơ đã được yêu cầu nộp lại tệp này."),
        FileFault.WrongSize => Make(
            StatusCodes.Status502BadGateway, "file-wrong-size", "Dung lượng tệp không khớp với hồ sơ", "Người nộp hồ sơ đã được yêu cầu nộp lại tệp này."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    public static IResult NotFetchable() => Make(
        StatusCodes.Status502BadGateway, "file-not-fetchable", "Không lấy được tệp từ kho tệp", "Kho tệp từ chối hoặc trả lời sai; đơn vị vận hành cần kiểm tra.");

    public static IResult Unreachable(TimeSpan comeBack) => new ProblemResult(
        new Problem
        {
            Code = "file-store-unreachable",
            Title = "Kho tệp tạm thời không trả lời",
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "Vui lòng tải lại tệp sau.",
        },
        comeBack);

    private static ProblemResult Make(int status, string code, string title, string detail) =>
        new(new Problem { Code = code, Title = title, Status = status, Detail = detail });
}
