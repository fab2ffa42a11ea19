using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DichVuCong.Adapters.NationalData.Configuration;
using DichVuCong.Adapters.NationalData.Http;
using DichVuCong.Adapters.NationalData.Wire;
using DichVuCong.Contracts.Identity;

namespace DichVuCong.Adapters.NationalData;

/// <summary>
/// The platform's token (W 8: client_credentials, Basic, an hour): one for all calls, asked for once however many wait for it, and anew when the platform
/// says of one that its time is over.
/// </summary>
internal sealed class TokenSource(NationalDataSettings settings, NationalCall call, TimeProvider time) : IDisposable
{
    private const int Longest = 16 * 1024;

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Token? _token;

    /// <summary>A token that still counts.</summary>
    /// <param name="refused">One that the platform has just not taken; null when there is none.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    public async Task<IdentityAnswer<Token>> GetAsync(Token? refused, CancellationToken cancellationToken)
    {
        if (Usable(refused) is { } known) return new IdentityAnswer<Token>.Given(known);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have asked meanwhile.
            if (Usable(refused) is { } fresh) return new IdentityAnswer<Token>.Given(fresh);
            var answer = await AskAsync(cancellationToken);
            if (answer is IdentityAnswer<Token>.Given { Value: { } given }) _token = given;
            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Token? Usable(Token? refused) => _token is { } token && !ReferenceEquals(token, refused) && time.GetUtcNow() < token.Until ? token : null;

    private async Task<IdentityAnswer<Token>> AskAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.ConsumerKey}:{settings.ConsumerSecret}"));
        var asked = time.GetUtcNow();
        var exchange = await call.PostAsync(settings.TokenUrl!, form, new AuthenticationHeaderValue("Basic", basic), cancellationToken);
        return NationalAnswers.Of(exchange, envelope => Read(envelope, asked));
    }

    private IdentityAnswer<Token>? Read(NationalEnvelope envelope, DateTimeOffset asked)
    {
        if (envelope.Text("error") is { } error) return new IdentityAnswer<Token>.Refused(IdentityRefusal.Configuration, Known(error), "the platform gives us no token");
        if (envelope.Text("access_token") is not { Length: <= Longest } text || !text.All(letter => letter is > ' ' and < '\u007F')) return null;
        var seconds = int.TryParse(envelope.Text("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Min(given, 86_400) : 60;
        return new IdentityAnswer<Token>.Given(new Token(text, asked.AddSeconds(seconds) - settings.TokenMargin));
    }

    private static string Known(string error) => error is "invalid_client" or "unauthorized_client" or "invalid_grant" or "unsupported_grant_type" ? error : "error";

    /// <summary>A token. It never shows itself.</summary>
    /// <param name="Text">The token.</param>
    /// <param name="Until">Until when it is used.</param>
    internal sealed record Token(string Text, DateTimeOffset Until)
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Token);
    }
}
