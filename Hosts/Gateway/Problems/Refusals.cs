namespace DichVuCong.Gateway.Problems;

/// <summary>The problems that are the same wherever they occur.</summary>
internal static class Refusals
{
    public static IResult Unauthorized() => new ProblemResult(new Problem
    {
        Code = "unauthorized",
        Title = "Chưa xác thực",
        Status = StatusCodes.Status401Unauthorized,
        Detail = "Thiếu mã truy cập (Authorization: Bearer) hoặc mã không còn hiệu lực.",
    });

    public static IResult Forbidden(string detail) => new ProblemResult(new Problem
    {
        Code = "forbidden",
        Title = "Không có quyền",
        Status = StatusCodes.Status403Forbidden,
        Detail = detail,
    });

    public static IResult NotFound(string what) => new ProblemResult(new Problem
    {
        Code = "not-found",
        Title = "Không tìm thấy",
        Status = StatusCodes.Status404NotFound,
        Detail = what,
    });

    public static IResult Malformed(string field, string rule) => new ProblemResult(new Problem
    {
        Code = "malformed",
        Title = "Nội dung gửi lên sai định dạng",
        Status = StatusCodes.Status400BadRequest,
        Field = field,
        Detail = rule,
    });

    public static IResult TooLarge(long limit) => new ProblemResult(new Problem
    {
        Code = "too-large",
        Title = "Nội dung gửi lên quá lớn",
        Status = StatusCodes.Status413PayloadTooLarge,
        Detail = $"Nội dung không được vượt quá {limit / 1_000_000} MB.",
    });

    public static IResult Encoded() => new ProblemResult(new Problem
    {
        Code = "encoded",
        Title = "Nội dung nén không được hỗ trợ",
        Status = StatusCodes.Status415UnsupportedMediaType,
        Field = "Content-Encoding",
        Detail = "Đề nghị gửi JSON không nén.",
    });

    public static IResult Busy(TimeSpan retryAfter) => new ProblemResult(
        new Problem
        {
            Code = "busy",
            Title = "Hệ thống đang bận",
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "Vui lòng gửi lại sau; yêu cầu lặp lại với cùng mã sẽ không bị xử lý hai lần.",
        },
        retryAfter);

    public static IResult TooMany(TimeSpan retryAfter) => new ProblemResult(
        new Problem
        {
            Code = "too-many-requests",
            Title = "Quá nhiều yêu cầu",
            Status = StatusCodes.Status429TooManyRequests,
            Detail = "Vui lòng thử lại sau.",
        },
        retryAfter);
}
