using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Shared;

/// <summary>How roles are called.</summary>
internal static class RoleWords
{
    public static Words Of(OperatorRole role) => role switch
    {
        OperatorRole.Viewer => new Words("Người xem", "Viewer"),
        OperatorRole.Operator => new Words("Điều hành viên", "Operator"),
        OperatorRole.Supervisor => new Words("Giám sát viên", "Supervisor"),
        OperatorRole.Auditor => new Words("Kiểm toán viên", "Auditor"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };
}
