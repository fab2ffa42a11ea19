using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Accounts;

/// <summary>The systems for which a unit asks for administrator accounts, and so who handles the request (A10.3, A10.5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountTarget>))]
public enum AccountTarget : byte
{
    /// <summary>The portal and the coordination system: TTDLQG's.</summary>
    [JsonStringEnumMemberName("portal")]
    Portal = 1,

    /// <summary>Cơ sở dữ liệu quốc gia về thủ tục hành chính: the Department's.</summary>
    [JsonStringEnumMemberName("procedureDatabase")]
    ProcedureDatabase = 2,

    /// <summary>Hệ thống tiếp nhận, xử lý phản ánh, kiến nghị: the Department's.</summary>
    [JsonStringEnumMemberName("feedback")]
    Feedback = 3,

    /// <summary>Bộ chỉ số 766: the Department's.</summary>
    [JsonStringEnumMemberName("index766")]
    Index766 = 4,
}

/// <summary>
/// A unit's request as it came, before anything of it was checked: every field a text that may be missing. It holds personal data, and shows
/// none of it.
/// </summary>
public sealed record AccountRequestForm
{
    /// <summary>What is asked for: a word of <see cref="AccountRequestKind"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>For which system: a word of <see cref="AccountTarget"/>; <c>portal</c> when missing.</summary>
    public string? Target { get; init; }

    /// <summary>The account, when it is not a new one.</summary>
    public string? Account { get; init; }

    /// <summary>Họ và tên (A10.2a).</summary>
    public string? FullName { get; init; }

    /// <summary>Số căn cước (A10.2b).</summary>
    public string? PersonalId { get; init; }

    /// <summary>Đơn vị công tác (A10.2c): the agency's code.</summary>
    public string? Unit { get; init; }

    /// <summary>Chức vụ (A10.2d).</summary>
    public string? Position { get; init; }

    /// <summary>Số điện thoại (A10.2đ).</summary>
    public string? Phone { get; init; }

    /// <summary>Địa chỉ thư điện tử công vụ (A10.2đ).</summary>
    public string? Email { get; init; }

    /// <summary>Phạm vi quyền đề nghị cấp (A10.2e): words of <see cref="PermissionGroup"/>.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <summary>Lý do (A10.2g).</summary>
    public string? Reason { get; init; }

    /// <summary>The number of the electronic official document (A10.1).</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Its date, yyyy-MM-dd.</summary>
    public string? DocumentDate { get; init; }

    /// <summary>Who signed it.</summary>
    public string? DocumentSigner { get; init; }

    /// <summary>The key under which its file is kept.</summary>
    public string? DocumentFile { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(AccountRequestForm)} {{ {nameof(Kind)} = {Kind}, {nameof(Unit)} = {Unit} }}";
}
