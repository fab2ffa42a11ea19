using DichVuCong.Contracts;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Operations.Sessions;
using DichVuCong.Registries.Operations.Access;
using Microsoft.AspNetCore.Authentication;

namespace DichVuCong.Operations.SignIn;

/// <summary><c>/dev/sign-in?role=operator&amp;agency=H29&amp;name=lan</c>: anybody as anything. Mapped in Development only; elsewhere there is no such page.</summary>
internal static class DevelopmentSignIn
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/dev/sign-in", SignInAsync).WithMetadata(EndpointRule.Open);

    private static async Task<IResult> SignInAsync(HttpContext context, AgencyTree agencies)
    {
        var query = context.Request.Query;
        if (OperatorClaims.RoleOf(query["role"]) is not { } role)
        {
            return Wrong("role phải là viewer, operator, supervisor hoặc auditor.", "role must be viewer, operator, supervisor or auditor.");
        }

        AgencyCode? scope = null;
        if (query["agency"].ToString() is { Length: > 0 } text and not "*")
        {
            if (!AgencyCode.TryParse(text, out var code) || !agencies.Knows(code))
            {
                return Wrong("agency phải là mã định danh có trong danh mục.", "agency must be a code that the catalogue has.");
            }

            scope = code;
        }

        var name = query["name"].ToString() is { Length: > 0 and <= 40 } given ? given : role.ToString().ToLowerInvariant();
        await context.SignInAsync(OperatorTicket.Scheme, OperatorTicket.Write(new Operator($"dev:{name}", name, role, scope)));
        return Page.GoTo(SignInEndpoints.LocalPage(query["back"]));
    }

    private static IResult Wrong(string vietnamese, string english) => ProblemPages.Of(StatusCodes.Status400BadRequest, new Words(vietnamese, english));
}
