using System.Text;
using System.Text.Json.Nodes;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// FPT's brandname: OAuth 2.0, the text in base64 of its UTF-8 (<c>external-parties.md</c> C3). A token that is not taken any more is renewed
/// once, in the same call: nothing was sent with it. It recognises a repeated text for five minutes.
/// </summary>
internal sealed class FptProvider : ISmsProvider, IDisposable
{
    private readonly FptSettings _settings;
    private readonly JsonClient _client;
    private readonly FptTokens _tokens;

    public FptProvider(HttpClient http, FptSettings settings, TimeProvider time)
    {
        settings.ThrowIfInvalid(SmsProviders.Fpt);
        _settings = settings;
        _client = new JsonClient(http, time);
        _tokens = new FptTokens(_client, settings, time);
        Terms = settings.TermsOf(SmsProviders.Fpt, settings.Repeatability);
    }

    /// <inheritdoc/>
    public SmsTerms Terms { get; }

    /// <inheritdoc/>
    public async Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var (token, failure) = await _tokens.GetAsync(refused: null, cancellationToken);
        if (token is null) return failure;
        var exchange = await PostAsync(message, token, cancellationToken);
        if (FptAnswers.IsOfToken(exchange.Answer))
        {
            (token, failure) = await _tokens.GetAsync(refused: token, cancellationToken);
            if (token is null) return failure;
            exchange = await PostAsync(message, token, cancellationToken);
        }

        return new SmsResult(SmsJudge.Judge(exchange, FptAnswers.CodeOf, FptAnswers.Codes), exchange.RetryAfter);
    }

    /// <inheritdoc/>
    public void Dispose() => _tokens.Dispose();

    private Task<Exchange<JsonAnswer>> PostAsync(SmsMessage message, FptToken token, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["access_token"] = token.Value,
            ["session_id"] = token.Session,
            ["BrandName"] = _settings.Brandname,
            ["Phone"] = message.Phone.Reveal(),
            ["Message"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Content.Text)),
            ["RequestId"] = message.Key.ToString("N"),
        };
        return _client.PostAsync(_settings.Address(_settings.SendPath), body, token.Value, cancellationToken);
    }
}
