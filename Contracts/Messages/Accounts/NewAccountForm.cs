namespace DichVuCong.Contracts.Accounts;

/// <summary>
/// A new account, or another profile, as it came before anything of it was checked: every field a text that may be missing. It holds personal
/// data, and shows none of it.
/// </summary>
public sealed record NewAccountForm
{
    /// <summary>The kind: a word of <see cref="AccountKind"/>; <c>officer</c> when missing.</summary>
    public string? Kind { get; init; }

    /// <summary>Họ và tên.</summary>
    public string? FullName { get; init; }

    /// <summary>Số căn cước: the 12-digit personal number.</summary>
    public string? PersonalId { get; init; }

    /// <summary>Đơn vị công tác: the agency's code.</summary>
    public string? Unit { get; init; }

    /// <summary>Chức vụ.</summary>
    public string? Position { get; init; }

    /// <summary>Số điện thoại.</summary>
    public string? Phone { get; init; }

    /// <summary>Địa chỉ thư điện tử công vụ.</summary>
    public string? Email { get; init; }

    /// <summary>The groups: words of <see cref="PermissionGroup"/>.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(NewAccountForm)} {{ {nameof(Kind)} = {Kind}, {nameof(Unit)} = {Unit} }}";
}
