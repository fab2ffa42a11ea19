using DichVuCong.Adapters.VNeID.Http;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.VNeID.Wire;

/// <summary>
/// The two calls behind a sign-in: the code for a token, the token for who it is. The first is made once, since a code works once; the second only
/// asks, and is made a second time when the first answer did not come.
/// </summary>
internal sealed class CodeExchange(IdentityCall call, Func<byte[], ClaimSet?> open)
{
    /// <summary>Gives a code for a token.</summary>
    public async Task<IdentityAnswer<TokenReply>> TokenAsync(
        Uri address, string code, string redirect, string clientId, string secret, CancellationToken cancellationToken)
    {
        var exchange = await call.PostAsync(
            address,
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", redirect),
                new("client_id", clientId),
                new("client_secret", secret),
            ],
            bearer: null,
            cancellationToken);
        return AnswerReading.Of(exchange, open, TokenReply.Of, StatusMeanings.OfAccount);
    }

    /// <summary>Asks who it is.</summary>
    public async Task<IdentityAnswer<VerifiedIdentity>> WhoAsync(
        Uri address, bool isPost, TokenReply token, Func<ClaimSet, VerifiedIdentity?> read, CancellationToken cancellationToken)
    {
        var first = await AskAsync();
        return first is IdentityAnswer<VerifiedIdentity>.Away { RetryAfter: null } ? await AskAsync() : first;

        async Task<IdentityAnswer<VerifiedIdentity>> AskAsync()
        {
            var exchange = isPost
                ? await call.PostAsync(address, [], token.AccessToken, cancellationToken)
                : await call.GetAsync(address, token.AccessToken, cancellationToken);
            return AnswerReading.Of(exchange, open, read, StatusMeanings.OfToken);
        }
    }
}
