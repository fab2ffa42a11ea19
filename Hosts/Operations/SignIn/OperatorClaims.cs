using DichVuCong.Contracts;
using DichVuCong.Operations.Hosting;
using DichVuCong.Registries.Operations.Access;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DichVuCong.Operations.SignIn;

/// <summary>Makes an operator of a token's claims. What is missing or unknown gives no access: nothing is assumed.</summary>
internal static class OperatorClaims
{
    /// <summary>Reads it.</summary>
    /// <exception cref="SignInRefusedException">The claims make no operator; the message names the claim.</exception>
    public static Operator Read(JsonWebToken token, SignInOptions options)
    {
        if (string.IsNullOrWhiteSpace(token.Subject)) throw new SignInRefusedException("the token names nobody (sub)");
        var roles = token.Claims.Where(claim => claim.Type == options.RoleClaim)
            .Select(claim => claim.Value)
            .Where(value => value.StartsWith(options.RolePrefix, StringComparison.Ordinal))
            .Select(value => RoleOf(value[options.RolePrefix.Length..]))
            .OfType<OperatorRole>()
            .Distinct()
            .ToList();
        // Who has two roles has a mistake in the directory: an auditor who acts is no auditor.
        if (roles.Count != 1) throw new SignInRefusedException($"the token has {roles.Count} roles of ours ({options.RoleClaim}), and must have one");
        var agency = token.Claims.FirstOrDefault(claim => claim.Type == options.AgencyClaim)?.Value;
        AgencyCode? scope = null;
        if (agency != options.WholeTree)
        {
            scope = AgencyCode.TryParse(agency, out var code)
                ? code
                : throw new SignInRefusedException($"the token has no agency ({options.AgencyClaim}): a code, or {options.WholeTree} for all");
        }

        var name = token.Claims.FirstOrDefault(claim => claim.Type == options.NameClaim)?.Value;
        return new Operator(token.Subject, string.IsNullOrWhiteSpace(name) ? token.Subject : name, roles[0], scope);
    }

    /// <summary>The role of a name; null for none of ours.</summary>
    public static OperatorRole? RoleOf(string? name) => name switch
    {
        "viewer" => OperatorRole.Viewer,
        "operator" => OperatorRole.Operator,
        "supervisor" => OperatorRole.Supervisor,
        "auditor" => OperatorRole.Auditor,
        _ => null,
    };
}
