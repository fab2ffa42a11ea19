using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>What the endpoints of obligations refuse with.</summary>
internal static class ObligationProblems
{
    public static Problem Faulty(IReadOnlyList<FieldProblem> faults) => new()
    {
        Code = "obligation-faulty",
        Title = "Nghĩa vụ tài chính chưa đúng",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Vui lòng sửa các nội dung được liệt kê rồi gửi lại với cùng mã nghĩa vụ.",
        Deficiencies = faults,
    };

    public const string PaidAsListed = "Các khoản này của hồ sơ đã được nộp theo trạng thái 6 (DanhSachLePhi); không thu lần thứ hai.";

    public static Problem Paid() => new()
    {
        Code = "obligation-paid",
        Title = "Nghĩa vụ này đã được nộp",
        Status = StatusCodes.Status409Conflict,
        Field = "lines",
        Detail = PaidAsListed,
    };

    public static Problem Conflict() => new()
    {
        Code = "obligation-conflict",
        Title = "Mã nghĩa vụ đã được dùng với nội dung khác",
        Status = StatusCodes.Status409Conflict,
        Field = "obligationId",
        Detail = "Nghĩa vụ đã nhận không thay đổi được. Nội dung mới cần mã mới; nghĩa vụ cũ có thể hủy.",
    };
}
