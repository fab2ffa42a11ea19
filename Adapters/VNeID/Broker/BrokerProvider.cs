using DichVuCong.Adapters.VNeID.Http;
using DichVuCong.Adapters.VNeID.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.VNeID.Broker;

/// <summary>
/// The portal's broker as a source of identity (D3, W 6). Before anything of a token is believed the broker is asked whose it is: a token that was
/// given to another client and slipped in here would be somebody else's sign-in.
/// </summary>
public sealed class BrokerProvider(BrokerSettings settings, HttpClient http, TimeProvider time) : IIdentityProvider
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "broker";

    private readonly IdentityCall _call = new(http, time, settings.Timeout);

    /// <inheritdoc/>
    public string Name => SourceName;

    private CodeExchange Codes => new(_call, body => ClaimSet.Read(body));

    /// <inheritdoc/>
    public Uri AuthorizeAddress(string state) => AuthorizeUrl.Of(
        settings.At(settings.AuthorizePath),
        ("response_type", "code"), ("client_id", settings.ClientId), ("redirect_uri", settings.RedirectUrl!.AbsoluteUri), ("scope", settings.Scope),
        ("acr_values", settings.AcrValues), ("state", state));

    /// <inheritdoc/>
    public IdentityAnswer<VerifiedIdentity> OfError(string error) =>
        OAuthErrors.Of<VerifiedIdentity>(error) ?? AnswerReading.Broken<VerifiedIdentity>("an error that is not of the protocol");

    /// <inheritdoc/>
    public async Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(SignInCode code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        var token = await Codes.TokenAsync(
            settings.At(settings.TokenPath), code.Code, settings.RedirectUrl!.AbsoluteUri, settings.ClientId, settings.ClientSecret, cancellationToken);
        if (token is not IdentityAnswer<TokenReply>.Given { Value: { } given }) return token.EndAs<VerifiedIdentity>()!;
        if (await CheckAsync(given, cancellationToken) is { } end) return end;
        return await Codes.WhoAsync(settings.At(settings.UserInfoPath), settings.UserInfoByPost, given, Read, cancellationToken);
    }

    /// <summary>Null when the token is ours and holds.</summary>
    private async Task<IdentityAnswer<VerifiedIdentity>?> CheckAsync(TokenReply token, CancellationToken cancellationToken)
    {
        if (settings.IntrospectionPath.Length == 0) return null;
        var exchange = await _call.PostAsync(
            settings.At(settings.IntrospectionPath), [new("token", token.AccessToken), new("state", "0")], token.AccessToken, cancellationToken);
        var answer = AnswerReading.Of(exchange, body => ClaimSet.Read(body), TokenCheck.Of, StatusMeanings.OfToken);
        if (answer is not IdentityAnswer<TokenCheck>.Given { Value: { } check }) return answer.EndAs<VerifiedIdentity>();
        if (check.ExpiresAt <= time.GetUtcNow()) return OAuthErrors.Of<VerifiedIdentity>("invalid_token");
        return check.ClientId == settings.ClientId ? null : AnswerReading.Broken<VerifiedIdentity>("a token that was given to another client");
    }

    private VerifiedIdentity? Read(ClaimSet claims)
    {
        if (settings.Levels.KindOf(claims.Text(BrokerNames.AccountType)) is not { } kind) return null;
        var number = PersonalId.TryParse(claims.Digits(BrokerNames.PersonalId, 12), out var person) && person.IsPersonalNumber ? person : null;
        var tax = PersonalId.TryParse(claims.Text(BrokerNames.TaxCode) ?? claims.Text(BrokerNames.EnterpriseCode), out var code) ? code : null;
        if ((kind == IdentityKind.Citizen ? number : tax) is null) return null;
        var company = PersonName.TryParse(claims.Text(BrokerNames.EnterpriseName), out var organisation) ? organisation : null;
        if (!PersonName.TryParse(claims.Text(BrokerNames.FullName), out var name) && (name = company) is null) return null;
        return new VerifiedIdentity
        {
            Source = SourceName,
            Kind = kind,
            TechnicalId = claims.Text(BrokerNames.TechnicalId) is { Length: <= 100 } technical ? technical : null,
            PersonalId = number,
            TaxCode = tax,
            EnterpriseCode = claims.Text(BrokerNames.EnterpriseCode) is { Length: <= 50 } enterprise ? enterprise : null,
            FullName = name,
            OrganisationName = company,
            BirthDate = BirthDate.TryParse(claims.Text(BrokerNames.BirthDate), out var birth) ? birth : null,
            Phone = PhoneNumber.TryParse(claims.Text(BrokerNames.Phone), out var phone) ? phone : null,
            Email = EmailAddress.TryParse(claims.Text(BrokerNames.Email), out var email) ? email : null,
            AccountLevel = settings.Levels.AccountOf(claims.Text(BrokerNames.AccountLevel)),
            AuthenticationLevel = settings.Levels.AuthenticationOf(claims.Text(BrokerNames.AuthenticationLevel)),
            VerifiedAt = time.GetUtcNow(),
        };
    }
}
