using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Accounts;

/// <summary>What can be missing or wrong in a unit's request (A10.2): stable codes and what the unit is told.</summary>
public static class AccountRequestRules
{
    /// <summary>A field is missing.</summary>
    public static DeficiencyRule Missing { get; } = new("account.missing", "Thiếu thông tin bắt buộc: {0}.");

    /// <summary>A text is too long.</summary>
    public static DeficiencyRule TooLong { get; } = new("account.too-long", "Không quá {0} ký tự.");

    /// <summary>A word is none of those allowed.</summary>
    public static DeficiencyRule UnknownWord { get; } = new("account.unknown-word", "Chỉ nhận một trong các giá trị: {0}.");

    /// <summary>Not a personal number.</summary>
    public static DeficiencyRule PersonalNumber { get; } = new("account.personal-number", "Số căn cước gồm 12 chữ số hợp lệ.");

    /// <summary>Not an agency's code.</summary>
    public static DeficiencyRule Unit { get; } = new("account.unit", "Mã định danh đơn vị không đúng, ví dụ H29.1.");

    /// <summary>Not a mobile number.</summary>
    public static DeficiencyRule Phone { get; } = new("account.phone", "Số điện thoại di động không đúng.");

    /// <summary>Not an e-mail address.</summary>
    public static DeficiencyRule Email { get; } = new("account.email", "Địa chỉ thư điện tử không đúng.");

    /// <summary>Not an official e-mail address.</summary>
    public static DeficiencyRule OfficialEmail { get; } = new("account.official-email", "Phải là thư điện tử công vụ thuộc tên miền: {0}.");

    /// <summary>Not a date, or one of the future.</summary>
    public static DeficiencyRule Date { get; } = new("account.date", "Ngày văn bản không đúng hoặc ở tương lai.");

    /// <summary>Not an account.</summary>
    public static DeficiencyRule Account { get; } = new("account.account", "Mã tài khoản không đúng.");

    /// <summary>More than may be given in the unit (A9.3).</summary>
    public static DeficiencyRule OutsideUnit { get; } = new("account.outside-unit", "Vượt phạm vi quyền của đơn vị; đơn vị chỉ được cấp: {0}.");

    /// <summary>QUAN_TRI is for administrator accounts (A9.6).</summary>
    public static DeficiencyRule AdministratorsOnly { get; } = new("account.administrators-only", "Nhóm QUAN_TRI chỉ dành cho tài khoản quản trị (Điều 9.6).");

    /// <summary>Only administrators are requested (A10.1).</summary>
    public static DeficiencyRule OfficersAreNotRequested { get; } =
        new("account.officers-are-not-requested", "Chỉ đề nghị cấp tài khoản quản trị; tài khoản cán bộ do quản trị của đơn vị tạo (Điều 9.6, 10.1).");

    /// <summary>The unit is closed.</summary>
    public static DeficiencyRule ClosedUnit { get; } = new("account.closed-unit", "Đơn vị đã kết thúc hoạt động; đơn vị tiếp nhận: {0}.");

    /// <summary>The catalogue does not have the unit, or the caller's system does not serve it.</summary>
    public static DeficiencyRule UnknownUnit { get; } = new("account.unknown-unit", "Không có đơn vị này, hoặc hệ thống gửi không phục vụ đơn vị này.");

    /// <summary>A text has letters that cannot be kept.</summary>
    public static DeficiencyRule Unprintable { get; } = new("account.unprintable", "Có ký tự không hiển thị được.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeficiencyRule> All { get; } =
    [
        Missing, TooLong, UnknownWord, PersonalNumber, Unit, Phone, Email, OfficialEmail, Date, Account, OutsideUnit, AdministratorsOnly, OfficersAreNotRequested,
        ClosedUnit, UnknownUnit, Unprintable,
    ];
}
