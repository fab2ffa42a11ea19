using System.Security.Claims;
using DichVuCong.Contracts;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Sessions;

/// <summary>An operator as the session's cookie carries them.</summary>
internal static class OperatorTicket
{
    public const string Scheme = "operator";

    private const string Subject = "sub";
    private const string Name = "name";
    private const string Role = "role";
    private const string Agency = "agency";

    public static ClaimsPrincipal Write(Operator person) => new(new ClaimsIdentity(
        [
            new Claim(Subject, person.Subject), new Claim(Name, person.Name), new Claim(Role, person.Role.ToString()), new Claim(Agency, person.ScopeText),
        ],
        Scheme, Name, Role));

    /// <summary>The operator of a principal; null when there is none, or none that this build understands.</summary>
    public static Operator? Read(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true, AuthenticationType: Scheme }) return null;
        if (principal.FindFirstValue(Subject) is not { Length: > 0 } subject) return null;
        if (!Enum.TryParse<OperatorRole>(principal.FindFirstValue(Role), out var role) || !Enum.IsDefined(role)) return null;
        var agency = principal.FindFirstValue(Agency);
        if (agency == "*") return new Operator(subject, principal.FindFirstValue(Name) ?? subject, role, Scope: null);
        return AgencyCode.TryParse(agency, out var scope) ? new Operator(subject, principal.FindFirstValue(Name) ?? subject, role, scope) : null;
    }
}
