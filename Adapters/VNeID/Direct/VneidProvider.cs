using DichVuCong.Adapters.VNeID.Envelope;
using DichVuCong.Adapters.VNeID.Http;
using DichVuCong.Adapters.VNeID.Wire;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.VNeID.Direct;

/// <summary>
/// VNeID as a source of identity (D2). It is no OpenID Connect: there is no nonce and no signed token, so what binds an answer to a sign-in is the
/// state alone, which the host draws, keeps and lets work once.
/// </summary>
public sealed class VneidProvider : IIdentityProvider, IDisposable
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "vneid";

    private readonly VneidSettings _settings;
    private readonly TimeProvider _time;
    private readonly EnvelopeKeys _keys;
    private readonly AnswerEnvelope _envelope;
    private readonly CodeExchange _exchange;

    /// <summary>Makes it.</summary>
    /// <param name="settings">The settings, valid.</param>
    /// <param name="http">A client of <see cref="IdentityHttp"/>.</param>
    /// <param name="time">The clock.</param>
    public VneidProvider(VneidSettings settings, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _time) = (settings, time);
        _keys = new EnvelopeKeys(settings.Keys);
        _envelope = new AnswerEnvelope(_keys, time);
        _exchange = new CodeExchange(
            new IdentityCall(http, time, settings.Timeout), body => settings.EncryptedAnswers ? _envelope.OpenAnswer(body) : ClaimSet.Read(body));
    }

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public Uri AuthorizeAddress(string state) => AuthorizeUrl.Of(
        _settings.AuthorizeUrl!,
        ("response_type", "code"), ("client_id", _settings.ClientId), ("redirect_uri", _settings.RedirectUrl!.AbsoluteUri), ("scope", _settings.Scope), ("state", state));

    /// <inheritdoc/>
    public IdentityAnswer<VerifiedIdentity> OfError(string error) =>
        OAuthErrors.Of<VerifiedIdentity>(error) ?? AnswerReading.Broken<VerifiedIdentity>("an error that is not of the protocol");

    /// <inheritdoc/>
    public async Task<IdentityAnswer<VerifiedIdentity>> RedeemAsync(SignInCode code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        var plain = code.EncryptKey is { } key ? _envelope.OpenCode(code.Code, key) : code.Code;
        // A code that does not open is answered as one that VNeID does not know: the difference would help whoever forges them.
        if (plain is null) return OAuthErrors.Of<VerifiedIdentity>("invalid_grant")!;
        var token = await _exchange.TokenAsync(
            _settings.TokenUrl!, plain, _settings.RedirectUrl!.AbsoluteUri, _settings.ClientId, _settings.ClientSecret, cancellationToken);
        return token is IdentityAnswer<TokenReply>.Given { Value: { } given }
            ? await _exchange.WhoAsync(_settings.UserInfoUrl!, isPost: false, given, Read, cancellationToken)
            : token.EndAs<VerifiedIdentity>()!;
    }

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();

    private VerifiedIdentity? Read(ClaimSet claims)
    {
        if (_settings.Levels.KindOf(claims.Text(VneidNames.AccountType) ?? "1") is not { } kind) return null;
        if (!PersonalId.TryParse(claims.Digits(VneidNames.PersonalId, 12), out var number) || !number.IsPersonalNumber) return null;
        if (!PersonName.TryParse(claims.Text(VneidNames.FullName), out var name)) return null;
        return new VerifiedIdentity
        {
            Source = SourceName,
            Kind = kind,
            PersonalId = number,
            FullName = name,
            BirthDate = BirthDate.TryParse(claims.Text(VneidNames.BirthDate), out var birth) ? birth : null,
            AccountLevel = _settings.Levels.AccountOf(claims.Text(VneidNames.AccountLevel)),
            // It says nothing about how the person has just signed in.
            AuthenticationLevel = AuthenticationLevel.Unknown,
            VerifiedAt = _time.GetUtcNow(),
        };
    }
}
