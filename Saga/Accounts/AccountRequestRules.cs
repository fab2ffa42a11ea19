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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeficiencyRule> All { get; } = [Missing, TooLong, UnknownWord, PersonalNumber, Unit, Phone, Email, OfficialEmail, Date, Account];
}
