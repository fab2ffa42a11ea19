using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.Identity;

/// <summary>
/// The centre's identity provider, simulated: OpenID Connect, authorization code with PKCE, no passwords. One chooses who one is on its page, or
/// names them with <c>login_hint</c>.
/// </summary>
internal sealed class IdentityEndpoints(SandboxOptions options, IdentityTokens tokens, TimeProvider time)
{
    /// <summary>The name and the secret of the operators' screen; they are public, as everything here.</summary>
    public const string ClientId = "dvc-operations";

    /// <inheritdoc cref="ClientId"/>
    public const string ClientSecret = "sandbox-identity-secret";

    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Grant> _grants = new();

    private string Issuer => $"{options.Url}/identity";

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/identity/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = $"{Issuer}/authorize",
            token_endpoint = $"{Issuer}/token",
            jwks_uri = $"{Issuer}/jwks",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
            code_challenge_methods_supported = new[] { "S256" },
            token_endpoint_auth_methods_supported = new[] { "client_secret_basic" },
        }));
        routes.MapGet("/identity/jwks", () => Results.Json(tokens.Jwks()));
        routes.MapGet("/identity/authorize", (HttpRequest request) => Authorize(request));
        routes.MapPost("/identity/token", (HttpRequest request) => RedeemAsync(request));
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId) return Results.BadRequest(new { error = "client_id is unknown" });
        if (!Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var back) || !back.IsLoopback) return Results.BadRequest(new { error = "redirect_uri must be on this machine" });
        if (query["response_type"] != "code" || query["code_challenge_method"] != "S256" || string.IsNullOrEmpty(query["code_challenge"]))
        {
            return Results.BadRequest(new { error = "code with S256 alone" });
        }

        var person = SimulatedPerson.All.FirstOrDefault(person => person.Id == query["login_hint"]);
        if (person is null) return Results.Content(Choice(request), "text/html; charset=utf-8");
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        _grants[code] = new Grant(person, back.AbsoluteUri, query["code_challenge"].ToString(), query["nonce"].ToString(), time.GetUtcNow() + CodeLife);
        return Results.Redirect($"{back.AbsoluteUri}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var credentials = $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"))}";
        if (request.Headers.Authorization != credentials) return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        if (form["grant_type"] != "authorization_code" || !_grants.TryRemove(form["code"].ToString(), out var grant) || time.GetUtcNow() >= grant.Until
            || form["redirect_uri"] != grant.RedirectUri
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != grant.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var token = grant.Person.Lie == TokenLie.Missing ? null : tokens.Make(grant.Person, Issuer, ClientId, grant.Nonce);
        return Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = token });
    }

    private static string Choice(HttpRequest request)
    {
        var choices = SimulatedPerson.All.Select(person =>
            $"<li><a href=\"{WebUtility.HtmlEncode($"{request.Path}{request.QueryString}&login_hint={person.Id}")}\">{WebUtility.HtmlEncode($"{person.Id}: {person.Name}")}</a></li>");
        return $"<!DOCTYPE html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Sandbox</title><link rel=\"icon\" href=\"data:,\"><h1>Trung tâm định danh (giả lập)</h1><ul>{string.Concat(choices)}</ul></html>";
    }

    private sealed record Grant(SimulatedPerson Person, string RedirectUri, string Challenge, string Nonce, DateTimeOffset Until);
}
