using DichVuCong.Contracts;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Feed;

namespace DichVuCong.Gateway.Feed;

/// <summary>Why a cursor of the feed leads nowhere, and what the caller does then.</summary>
internal static class FeedProblems
{
    private static readonly Dictionary<FeedGone, (string Code, string Title, string Detail)> Words = new()
    {
        [FeedGone.Restored] = (
            "feed-restored", "Con trỏ có từ trước khi khôi phục dữ liệu",
            "Hệ thống đã khôi phục dữ liệu về thời điểm restoredTo; những gì nhận sau thời điểm đó không còn lưu. Hãy gửi lại mọi hồ sơ và hồ sơ bổ sung đã nộp từ thời điểm đó với đúng submissionId cũ (nội dung còn lưu sẽ được nhận ra là gửi lặp), rồi theo dõi tiếp từ next."),
        [FeedGone.OtherCluster] = (
            "feed-other-cluster", "Con trỏ không phải của hệ thống này",
            "Con trỏ do một hệ thống khác cấp. Hãy theo dõi lại từ next: sự kiện đầu tiên còn lưu."),
        [FeedGone.TooOld] = (
            "feed-too-old", "Con trỏ đã quá thời hạn lưu",
            "Sự kiện chỉ được lưu 30 ngày và một số sự kiện sau con trỏ đã bị xóa. Hãy tra cứu lại trạng thái các hồ sơ đang theo dõi, rồi theo dõi tiếp từ next."),
    };

    public static IResult Gone(FeedPlace.Gone gone)
    {
        var (code, title, detail) = Words[gone.Reason];
        return new ProblemResult(new Problem
        {
            Code = code,
            Title = title,
            Status = StatusCodes.Status410Gone,
            Field = "after",
            Detail = detail,
            Next = gone.Next.ToString(),
            RestoredTo = gone.RestoredTo is { } at ? VietnamTime.Local(at) : null,
        });
    }
}
