using System.Globalization;
using System.Text;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Wire;

namespace DichVuCong.Adapters.VNPost.Tokens;

/// <summary>Our token at the platform, asked for when the last one is about to end; many calls wait for one question.</summary>
internal sealed class TokenSource(HttpCall call, VnPostSettings settings, TimeProvider time) : IDisposable
{
    // A token that ends while the call is on its way is no token.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private Token? _last;

    /// <summary>The token, or why there is none.</summary>
    public async Task<TokenAnswer> GetAsync(CancellationToken timeout, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout, cancellationToken);
        try
        {
            await _one.WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TokenAnswer(Token: null, new Exchange.NotSent("the token did not come in time"));
        }

        try
        {
            if (_last is { } last && time.GetUtcNow() < last.Until) return new TokenAnswer(last, Failure: null);
            var answer = await AskAsync(timeout, cancellationToken);
            _last = answer.Token;
            return answer;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets a token that was refused; one that has come in its place stays.</summary>
    public void Forget(Token refused) => Interlocked.CompareExchange(ref _last, value: null, refused);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<TokenAnswer> AskAsync(CancellationToken timeout, CancellationToken cancellationToken)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.ConsumerKey}:{settings.ConsumerSecret}"));
        using var content = new OnceContent("grant_type=client_credentials"u8.ToArray(), "application/x-www-form-urlencoded");
        var asked = time.GetUtcNow();
        var exchange = await call.SendAsync(settings.TokenUrl!, content, ("Authorization", $"Basic {basic}"), timeout, cancellationToken);
        return exchange switch
        {
            Exchange.Answered { Status: 200, Body: { } body } when Read(body, asked) is { } token => new TokenAnswer(token, Failure: null),
            Exchange.Answered { Status: 400 or 401 or 403 or 404 } refused => new TokenAnswer(
                Token: null, new Exchange.Misconfigured(string.Create(CultureInfo.InvariantCulture, $"HTTP {refused.Status}: the token is refused"))),
            Exchange.Answered other => new TokenAnswer(
                Token: null, new Exchange.NotSent(string.Create(CultureInfo.InvariantCulture, $"HTTP {other.Status}: no token"), other.RetryAfter)),
            Exchange.NotSent none => new TokenAnswer(Token: null, new Exchange.NotSent($"no token: {none.Reason}")),
            Exchange.Lost lost => new TokenAnswer(Token: null, new Exchange.NotSent($"no token: {lost.Reason}")),
            _ => new TokenAnswer(Token: null, new Exchange.NotSent("no token")),
        };
    }

    private static Token? Read(byte[] body, DateTimeOffset asked)
    {
        if (VnPostJson.Read(body) is not { } json || json.Text("access_token") is not { Length: > 0 and <= 8192 } value) return null;
        if (!value.All(letter => letter is > ' ' and < '\u007f')) return null;
        var lifetime = int.TryParse(json.Text("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : DefaultLifetime;
        var kind = json.Text("token_type") is { Length: > 0 and <= 20 } type && type.All(char.IsAsciiLetter) ? type : "Bearer";
        // A token that lives no longer than the margin is used for half its life.
        return new Token(kind, value, asked + (lifetime > Margin + Margin ? lifetime - Margin : lifetime / 2));
    }
}

/// <summary>A token.</summary>
/// <param name="Kind">token_type.</param>
/// <param name="Value">access_token; a secret.</param>
/// <param name="Until">Until when it is used.</param>
internal sealed record Token(string Kind, string Value, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} until {Until:O}";
}

/// <summary>A token, or why there is none.</summary>
internal sealed record TokenAnswer(Token? Token, Exchange? Failure);
