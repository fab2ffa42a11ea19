using System.Collections.Frozen;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>How accounts are put into words for operators, at the screen and at the command line alike.</summary>
public static class AccountWords
{
    private static readonly FrozenDictionary<Enum, string> Words = new Dictionary<Enum, string>
    {
        [AccountState.Requested] = "đang đề nghị",
        [AccountState.Checked] = "đã kiểm tra",
        [AccountState.Approved] = "đã duyệt",
        [AccountState.Refused] = "bị từ chối",
        [AccountState.Created] = "đã tạo",
        [AccountState.HandedOver] = "đã bàn giao",
        [AccountState.Active] = "đang hoạt động",
        [AccountState.Suspended] = "tạm dừng",
        [AccountState.Locked] = "đã khóa",
        [AccountState.Withdrawn] = "đã thu hồi",
        [AccountKind.SystemAdministrator] = "quản trị hệ thống",
        [AccountKind.AgencyAdministrator] = "quản trị đơn vị",
        [AccountKind.Officer] = "cán bộ",
        [AccountRequestKind.Create] = "cấp mới",
        [AccountRequestKind.ChangeRights] = "thay đổi quyền",
        [AccountRequestKind.Lock] = "khóa",
        [AccountRequestKind.Unlock] = "mở khóa",
        [AccountRequestState.Received] = "mới nhận",
        [AccountRequestState.Checked] = "đã kiểm tra",
        [AccountRequestState.Approved] = "đã duyệt",
        [AccountRequestState.Refused] = "từ chối",
        [AccountRequestState.Done] = "xong",
        [PushState.Sent] = "đã gửi",
        [PushState.Confirmed] = "đã xác nhận",
        [PushState.Refused] = "bị từ chối",
        [LockCause.Transfer] = "chuyển công tác",
        [LockCause.Leaving] = "thôi việc",
        [LockCause.Authority] = "cơ quan có thẩm quyền yêu cầu",
        [LockCause.Violation] = "vi phạm",
        [LockCause.Inactivity] = "không hoạt động",
        [LockCause.Intrusion] = "dấu hiệu xâm nhập",
        [LockCause.Request] = "theo đề nghị của đơn vị",
        [AccountTarget.Portal] = "Cổng, hệ thống điều phối",
        [AccountTarget.ProcedureDatabase] = "CSDLQG về TTHC",
        [AccountTarget.Feedback] = "phản ánh, kiến nghị",
        [AccountTarget.Index766] = "Bộ chỉ số 766",
    }.ToFrozenDictionary();

    /// <summary>A word of an enumeration of accounts.</summary>
    /// <exception cref="KeyNotFoundException">It has none yet.</exception>
    public static string Of(Enum value) => Words[value];
}
