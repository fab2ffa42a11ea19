using DichVuCong.Operations.Language;

namespace DichVuCong.Operations.Pages.Shared;

/// <summary>The pages that say why there is no other.</summary>
internal static class ProblemPages
{
    /// <summary>The page of a status.</summary>
    public static IResult Of(int status) => Of(status, Why(status));

    /// <summary>A page that tells what exactly is wrong: the field and the rule.</summary>
    public static IResult Of(int status, Words why) => Page.Of<ProblemPage>(new { Status = status, Why = why }, status);

    private static Words Why(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("Biểu mẫu đã hết hiệu lực hoặc không đầy đủ. Hãy mở lại trang và làm lại.", "The form has expired or is incomplete. Open the page again and repeat."),
        StatusCodes.Status403Forbidden => new("Vai trò hoặc phạm vi của bạn không cho phép việc này.", "Your role or your scope does not allow this."),
        StatusCodes.Status404NotFound => new("Không có trang này.", "There is no such page."),
        StatusCodes.Status409Conflict => new("Việc này đã được quyết định hoặc đã thay đổi.", "This has been decided or has changed meanwhile."),
        StatusCodes.Status413PayloadTooLarge => new("Nội dung gửi lên quá lớn.", "What was sent is too large."),
        StatusCodes.Status503ServiceUnavailable => new("Hệ thống đang khởi động. Hãy thử lại sau vài giây.", "The system is starting. Try again in a few seconds."),
        _ => new("Có lỗi ngoài dự kiến. Lỗi đã được ghi lại.", "Something failed unexpectedly. It has been recorded."),
    };
}
