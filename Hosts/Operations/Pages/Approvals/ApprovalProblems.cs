using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Approvals;

namespace DichVuCong.Operations.Pages.Approvals;

/// <summary>What the four eyes refuse, in words; other parts of the screen that propose something show the same.</summary>
internal static class ApprovalProblems
{
    public static IResult Of(ApprovalRefusedException refused) => refused.Rule switch
    {
        ApprovalRule.Unknown => ProblemPages.Of(StatusCodes.Status404NotFound, new Words("Không có đề nghị này.", "There is no such proposal.")),
        ApprovalRule.Reason => ProblemPages.Of(
            StatusCodes.Status400BadRequest, new Words("Lý do: phải có từ 3 đến 1000 ký tự.", "Reason: must have 3 to 1,000 characters.")),
        ApprovalRule.SamePerson => ProblemPages.Of(
            StatusCodes.Status403Forbidden, new Words("Người đề nghị không được tự duyệt: cần người thứ hai.", "Whoever proposed it cannot decide about it: a second person is needed.")),
        ApprovalRule.NotOpen => ProblemPages.Of(
            StatusCodes.Status409Conflict, new Words("Đề nghị đã được quyết định, đã hết hạn, hoặc tin đã được xử lý.", "It was decided already, nobody decided in time, or the message is being dealt with.")),
        ApprovalRule.AlreadyProposed => ProblemPages.Of(
            StatusCodes.Status409Conflict, new Words("Đã có người đề nghị việc này; đang chờ người thứ hai.", "Somebody has proposed this already; it waits for a second person.")),
        _ => ProblemPages.Of(StatusCodes.Status400BadRequest, new Words($"Không thực hiện được: {refused.Message}", refused.Message)),
    };
}
