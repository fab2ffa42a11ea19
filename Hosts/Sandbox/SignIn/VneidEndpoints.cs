using System.Text.Json;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>VNeID, simulated (D2): answers are encrypted, errors are not.</summary>
internal sealed class VneidEndpoints(FaultBook faults, Answering answering, Grants grants, VneidEnvelope envelope, SignInPage page)
{
    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/vneid/authorize", (HttpRequest request) => page.Show(Parties.Vneid, "VNeID", request));
        routes.MapPost("/vneid/token", TokenAsync);
        routes.MapGet("/vneid/userinfo", UserInfoAsync);
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fault = faults.Draw(Parties.Vneid, FaultCalls.Deed, form["code"].ToString());
        await answering.AnswerAsync(context, fault, new SignInVisit(kind =>
        {
            if (TokenForm.ErrorOf(form) is { } error) return error;
            return grants.Redeem(Parties.Vneid, form["code"].ToString(), form["redirect_uri"].ToString()) is { } redeemed
                ? Sealed(new { access_token = redeemed.Token, token_type = "Bearer", expires_in = Grants.TokenSeconds }, kind)
                : TokenForm.Expired;
        }));
    }

    private async Task UserInfoAsync(HttpContext context)
    {
        var token = TokenForm.BearerOf(context.Request);
        var fault = faults.Draw(Parties.Vneid, FaultCalls.Question, token ?? "");
        await answering.AnswerAsync(context, fault, new SignInVisit(kind =>
            kind != FaultKind.TokenExpired && grants.Of(Parties.Vneid, token)?.Person is { } person
                ? Sealed(
                    new
                    {
                        citizenPid = person.PersonalId,
                        fullName = person.Name,
                        birthDate = person.BirthDate,
                        accountType = "1",
                        accountLevel = person.AccountLevel.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    },
                    kind)
                : TokenForm.TokenOver));
    }

    private (int Status, object Body) Sealed(object answer, FaultKind? fault)
    {
        var (data, key) = envelope.Seal(JsonSerializer.Serialize(answer), fault);
        return (StatusCodes.Status200OK, new { data, key });
    }
}
