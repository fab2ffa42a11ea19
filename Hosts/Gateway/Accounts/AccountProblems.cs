using DichVuCong.Contracts.Accounts;
using DichVuCong.Gateway.Problems;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Accounts;

/// <summary>What the endpoints of accounts refuse with.</summary>
internal static class AccountProblems
{
    public static IResult Faulty(IReadOnlyList<FieldProblem> faults) => new ProblemResult(new Problem
    {
        Code = "account-faulty",
        Title = "Nội dung về tài khoản chưa đúng",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Vui lòng sửa các nội dung được liệt kê rồi gửi lại.",
        Deficiencies = faults,
    });

    /// <summary>An incomplete request is answered, and starts no clock (A10.4).</summary>
    public static IResult Incomplete(IReadOnlyList<FieldProblem> faults) => new ProblemResult(new Problem
    {
        Code = "account-request-incomplete",
        Title = "Đề nghị chưa đầy đủ, hợp lệ",
        Status = StatusCodes.Status422UnprocessableEntity,
        Detail = "Thời hạn 2 giờ làm việc chỉ tính từ khi đề nghị đầy đủ, hợp lệ (Điều 10.4). Vui lòng bổ sung các nội dung được liệt kê rồi gửi lại.",
        Deficiencies = faults,
    });

    public static IResult PersonHasAccount(string? account) => new ProblemResult(new Problem
    {
        Code = "person-has-account",
        Title = "Người này đã có tài khoản",
        Status = StatusCodes.Status409Conflict,
        Field = "personalId",
        Detail = account is null
            ? "Mỗi người chỉ có một tài khoản (Điều 9.2). Đề nghị thay đổi quyền thay vì cấp mới."
            : $"Mỗi người chỉ có một tài khoản (Điều 9.2): {account}. Hãy thêm nhóm quyền tại đơn vị, hoặc chuyển đơn vị công tác.",
    });

    public static IResult Conflict(string field) => new ProblemResult(new Problem
    {
        Code = "change-conflict",
        Title = "Mã thay đổi đã được dùng với nội dung khác",
        Status = StatusCodes.Status409Conflict,
        Field = field,
        Detail = "Thay đổi đã nhận không sửa được. Nội dung mới cần mã mới.",
    });

    public static IResult Over(AccountState state) => new ProblemResult(new Problem
    {
        Code = "account-over",
        Title = "Tài khoản đã kết thúc",
        Status = StatusCodes.Status409Conflict,
        Detail = state == AccountState.Withdrawn ? "Tài khoản đã bị thu hồi, không thay đổi được nữa." : "Đề nghị cấp tài khoản này đã bị từ chối.",
    });

    public static IResult NotThere() => Refusals.NotFound("Không có tài khoản nào mang mã này.");

    public static IReadOnlyList<FieldProblem> Of(IEnumerable<Deficiency> deficiencies) =>
        [.. deficiencies.Select(found => new FieldProblem(found.Field, found.Code, found.Message))];
}
