using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.Payments;

/// <summary>Calls that only agencies' systems make.</summary>
internal static class AgencyCallers
{
    /// <summary>The account of the calling system, which has one; null with the refusal.</summary>
    public static Account? Of(Callers callers, HttpRequest request, out IResult refusal)
    {
        var account = callers.Of(request);
        refusal = account is null ? Refusals.Unauthorized() : Refusals.Forbidden("Chỉ hệ thống của cơ quan giải quyết được gọi địa chỉ này.");
        return account is { Kind: AccountKind.OneStop, System: not null } ? account : null;
    }
}
