using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>The portal's broker, simulated (D3, W 6): a WSO2 Identity Server's addresses and the portal's claims.</summary>
internal sealed class BrokerEndpoints(FaultBook faults, Answering answering, Grants grants, SignInPage page)
{
    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>Adds it.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/broker/oauth2/authorize", (HttpRequest request) => page.Show(Parties.Broker, "Xác thực Cổng Dịch vụ công quốc gia", request));
        routes.MapPost("/broker/oauth2/token", TokenAsync);
        routes.MapPost("/broker/oauth2/introspect", IntrospectAsync);
        routes.MapMethods("/broker/oauth2/userinfo", GetOrPost, UserInfoAsync);
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fault = faults.Draw(Parties.Broker, FaultCalls.Deed, form["code"].ToString());
        await answering.AnswerAsync(context, fault, new SignInVisit(_ =>
        {
            if (TokenForm.ErrorOf(form) is { } error) return error;
            return grants.Redeem(Parties.Broker, form["code"].ToString(), form["redirect_uri"].ToString()) is { } redeemed
                ? (StatusCodes.Status200OK, new { access_token = redeemed.Token, token_type = "Bearer", expires_in = Grants.TokenSeconds, scope = "openid" })
                : TokenForm.Expired;
        }));
    }

    private async Task IntrospectAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var token = form["token"].ToString();
        await answering.AnswerAsync(context, null, new SignInVisit(_ => (StatusCodes.Status200OK, grants.Of(Parties.Broker, token) is { } grant
            ? new
            {
                active = true,
                exp = grant.Until.ToUnixTimeSeconds(),
                client_id = faults.Draw(Parties.Broker, FaultKind.OtherClient, token) is null ? SignInPage.ClientId : "another-client",
            }
            : new { active = false })));
    }

    private async Task UserInfoAsync(HttpContext context)
    {
        var token = TokenForm.BearerOf(context.Request);
        var fault = faults.Draw(Parties.Broker, FaultCalls.Question, token ?? "");
        await answering.AnswerAsync(context, fault, new SignInVisit(kind =>
            kind != FaultKind.TokenExpired && grants.Of(Parties.Broker, token)?.Person is { } person ? (StatusCodes.Status200OK, ClaimsOf(person)) : TokenForm.TokenOver));
    }

    private static Dictionary<string, object> ClaimsOf(SimulatedCitizen person)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = person.Id,
            ["TechID"] = person.TechnicalId,
            ["LoaiTaiKhoan"] = person.Company is null ? "1" : "2",
            ["SoDinhDanh"] = person.PersonalId,
            ["HoVaTen"] = person.Name,
            ["NgayThangNamSinh"] = person.BirthDate,
            ["loAs"] = person.LoA,
            ["IAL"] = person.AccountLevel,
            ["SoDienThoai"] = "0981234567",
            ["ThuDienTu"] = $"{person.Id}@example.vn",
        };
        if (person.Company is not { } company) return claims;
        claims["TenDoanhNghiep"] = company;
        claims["MaSoThue"] = person.TaxCode!;
        claims["MaSoDoanhNghiep"] = person.TaxCode!;
        return claims;
    }
}
