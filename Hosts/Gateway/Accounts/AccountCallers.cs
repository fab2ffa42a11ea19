using DichVuCong.Contracts;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Accounts;

namespace DichVuCong.Gateway.Accounts;

/// <summary>
/// Who may do what with accounts: the coordination system masters them (A12.1); an agency's system proposes, and sees those of its own agencies
/// alone; operators look.
/// </summary>
internal sealed class AccountCallers(Callers callers, LiveCatalogue live, TimeProvider time)
{
    /// <summary>The coordination system; null with the refusal.</summary>
    public Account? Coordination(HttpRequest request, out IResult refusal) =>
        Of(request, "Chỉ hệ thống điều phối được thay đổi tài khoản; hệ thống một cửa gửi đề xuất tại /v1/account-proposals.", out refusal, AccountKind.Coordination);

    /// <summary>An agency's system; null with the refusal.</summary>
    public Account? OneStop(HttpRequest request, out IResult refusal) =>
        Of(request, "Chỉ hệ thống một cửa của cơ quan được gọi địa chỉ này.", out refusal, AccountKind.OneStop);

    /// <summary>Either of the two sides; null with the refusal.</summary>
    public Account? Sides(HttpRequest request, out IResult refusal) =>
        Of(request, "Chỉ hệ thống điều phối và hệ thống một cửa được gọi địa chỉ này.", out refusal, AccountKind.Coordination, AccountKind.OneStop);

    /// <summary>Who may look; null with the refusal.</summary>
    public Account? Readers(HttpRequest request, out IResult refusal) => Of(
        request, "Chỉ hệ thống điều phối, hệ thống một cửa và người vận hành được xem tài khoản.", out refusal,
        AccountKind.Coordination, AccountKind.OneStop, AccountKind.Operator);

    /// <summary>Any of some kinds; null with the refusal.</summary>
    public Account? Of(HttpRequest request, string whoMay, out IResult refusal, params ReadOnlySpan<AccountKind> kinds)
    {
        var account = callers.Of(request);
        refusal = account is null ? Refusals.Unauthorized() : Refusals.Forbidden(whoMay);
        return account is not null && kinds.Contains(account.Kind) ? account : null;
    }

    /// <summary>Whether a caller may see an account: what belongs to other agencies alone is not there.</summary>
    public bool MaySee(Account caller, AccountRow row) =>
        caller is not { Kind: AccountKind.OneStop, System: { } system } || row.Posts.Any(post => ScopeOf(system).Includes(post.Agency));

    /// <summary>Whether an agency is a caller's business.</summary>
    public bool Serves(Account caller, AgencyCode agency) => caller is not { Kind: AccountKind.OneStop, System: { } system } || ScopeOf(system).Includes(agency);

    private AgencyScope ScopeOf(string system) => new(live.Current, system, time.GetUtcNow());
}
