using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>A token, and the session that it belongs to.</summary>
/// <param name="Value">The token. A secret.</param>
/// <param name="Session">The session_id that the token was asked for with; it goes with every message.</param>
/// <param name="Until">Until when it is used.</param>
internal sealed record FptToken(string Value, string Session, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => "FPT token";
}

/// <summary>What came of asking for a token: a token, or why there is none.</summary>
internal readonly record struct FptTokenResult(FptToken? Token, SmsResult Failure);

/// <summary>Keeps one token for all messages: whoever needs a new one while another is asking waits for that one.</summary>
internal sealed class FptTokens(JsonClient client, FptSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>A token is renewed so long before its end: it must outlive the call that it goes with.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _one = new(1);
    private volatile FptToken? _token;

    /// <summary>A token that is good now.</summary>
    /// <param name="refused">The token that the provider did not take; null at first.</param>
    /// <param name="cancellationToken">The call's time-out.</param>
    public async Task<FptTokenResult> GetAsync(FptToken? refused, CancellationToken cancellationToken)
    {
        if (Good(refused) is { } token) return new FptTokenResult(token, default);
        try
        {
            await _one.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new FptTokenResult(Token: null, new SmsResult(new SmsJudgement(SmsVerdict.TryLater, "not sent: no token in time"), RetryAfter: null));
        }

        try
        {
            return Good(refused) is { } other ? new FptTokenResult(other, default) : await AskAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private FptToken? Good(FptToken? refused) => _token is { } token && token != refused && token.Until > time.GetUtcNow() ? token : null;

    private async Task<FptTokenResult> AskAsync(CancellationToken cancellationToken)
    {
        var session = Guid.NewGuid().ToString("N");
        var body = new JsonObject
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
            ["scope"] = settings.Scope,
            ["session_id"] = session,
        };
        var exchange = await client.PostAsync(settings.Address("oauth2/token"), body, bearer: null, cancellationToken);
        if (exchange is { Status: HttpStatusCode.OK, Answer: { } answer } && answer["access_token"] is { Length: > 0 } value)
        {
            _token = new FptToken(value, session, time.GetUtcNow() + LifetimeOf(answer) - Margin);
            return new FptTokenResult(_token, default);
        }

        return new FptTokenResult(Token: null, new SmsResult(Failure(exchange), exchange.RetryAfter));
    }

    private TimeSpan LifetimeOf(JsonAnswer answer) =>
        int.TryParse(answer["expires_in"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 2 * Margin.TotalSeconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, 86_400))
            : settings.TokenLifetime;

    /// <summary>Whatever went wrong here, no message was sent.</summary>
    private static SmsJudgement Failure(Exchange<JsonAnswer> exchange)
    {
        var judged = SmsJudge.Judge(exchange, FptAnswers.CodeOf, FptAnswers.Codes);
        return judged.Verdict == SmsVerdict.Configuration
            ? judged
            : new SmsJudgement(SmsVerdict.TryLater, $"no token: {judged.Reason}");
    }
}
