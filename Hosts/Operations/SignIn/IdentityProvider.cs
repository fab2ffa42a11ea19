using System.Net.Http.Headers;
using System.Text;
using DichVuCong.Operations.Hosting;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Settings;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DichVuCong.Operations.SignIn;

/// <summary>The centre's identity provider: OpenID Connect, authorization code with PKCE.</summary>
internal sealed class IdentityProvider
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly OperationsOptions _options;
    private readonly TimeProvider _time;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configuration;
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    public IdentityProvider(HttpClient http, OperationsOptions options, HostSettings settings, TimeProvider time)
    {
        (_http, _options, _time) = (http, options, time);
        var documents = new HttpDocumentRetriever(http) { RequireHttps = !settings.IsDevelopment };
        _configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{options.SignIn.Authority.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), documents);
    }

    private SignInOptions SignIn => _options.SignIn;

    private string Callback => new Uri(_options.PublicUrl, "/sign-in/callback").AbsoluteUri;

    /// <summary>Where the browser goes to sign in.</summary>
    public async Task<string> QuestionAsync(SignInState state, CancellationToken cancellationToken)
    {
        var configuration = await _configuration.GetConfigurationAsync(cancellationToken);
        return new OpenIdConnectMessage
        {
            IssuerAddress = configuration.AuthorizationEndpoint,
            ClientId = SignIn.ClientId,
            RedirectUri = Callback,
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = SignIn.Scopes,
            State = state.State,
            Nonce = state.Nonce,
            Parameters = { ["code_challenge"] = state.Challenge, ["code_challenge_method"] = "S256" },
        }.CreateAuthenticationRequestUrl();
    }

    /// <summary>Redeems a code and reads who it is.</summary>
    /// <exception cref="SignInRefusedException">The code, the token or its claims are not taken; the message says which rule.</exception>
    public async Task<Operator> RedeemAsync(string code, SignInState state, CancellationToken cancellationToken)
    {
        var configuration = await _configuration.GetConfigurationAsync(cancellationToken);
        var token = await TokenAsync(configuration.TokenEndpoint, code, state, cancellationToken);
        var result = await ValidateAsync(token, configuration);
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider signs with a new key: its keys are read again, once.
            _configuration.RequestRefresh();
            result = await ValidateAsync(token, await _configuration.GetConfigurationAsync(cancellationToken));
        }

        if (!result.IsValid) throw new SignInRefusedException($"the token is not valid ({result.Exception?.GetType().Name})");
        var claims = (JsonWebToken)result.SecurityToken;
        if (!claims.TryGetPayloadValue<string>("nonce", out var nonce) || nonce != state.Nonce) throw new SignInRefusedException("the token is of another sign-in (nonce)");
        if (claims.TryGetPayloadValue<string>("azp", out var party) && party != SignIn.ClientId) throw new SignInRefusedException("the token is for another party (azp)");
        return OperatorClaims.Read(claims, SignIn);
    }

    private async Task<string> TokenAsync(string endpoint, string code, SignInState state, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Callback,
            ["client_id"] = SignIn.ClientId,
            ["code_verifier"] = state.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(form) };
        if (SignIn.ClientSecret.Length > 0)
        {
            var credentials = $"{Uri.EscapeDataString(SignIn.ClientId)}:{Uri.EscapeDataString(SignIn.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
        }

        using var response = await _http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode) throw new SignInRefusedException($"the identity provider did not take the code ({(int)response.StatusCode})");
        var answer = new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(cancellationToken));
        return string.IsNullOrEmpty(answer.IdToken) ? throw new SignInRefusedException("the identity provider's answer has no id_token") : answer.IdToken;
    }

    private Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectConfiguration configuration) => _tokens.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = configuration.Issuer,
        ValidAudience = SignIn.ClientId,
        IssuerSigningKeys = configuration.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        // Keys of the provider are public: a token "signed" with one of them as a shared secret, or not at all, is none.
        ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
        ClockSkew = ClockSkew,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = _time.GetUtcNow().UtcDateTime;
            return expires is { } end && now < end + ClockSkew && (notBefore is not { } begin || now >= begin - ClockSkew);
        },
    });
}
