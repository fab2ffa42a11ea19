using System.Text.Json.Nodes;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>eSMS.vn: JSON, with delivery reports by callback (<c>external-parties.md</c> C4, <see cref="EsmsReport"/>).</summary>
internal sealed class EsmsProvider : ISmsProvider
{
    private readonly EsmsSettings _settings;
    private readonly JsonClient _client;

    public EsmsProvider(HttpClient http, EsmsSettings settings, TimeProvider time)
    {
        settings.ThrowIfInvalid(SmsProviders.Esms);
        _settings = settings;
        _client = new JsonClient(http, time);
        Terms = settings.TermsOf(SmsProviders.Esms, settings.Repeatability);
    }

    /// <inheritdoc/>
    public SmsTerms Terms { get; }

    /// <inheritdoc/>
    public async Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var exchange = await _client.PostAsync(_settings.Endpoint!, Body(message), bearer: null, cancellationToken);
        return new SmsResult(SmsJudge.Judge(exchange, EsmsAnswers.CodeOf, EsmsAnswers.Codes), exchange.RetryAfter);
    }

    private JsonObject Body(SmsMessage message)
    {
        var body = new JsonObject
        {
            ["ApiKey"] = _settings.ApiKey,
            ["SecretKey"] = _settings.SecretKey,
            ["Phone"] = message.Phone.Reveal(),
            ["Content"] = message.Content.Text,
            ["Brandname"] = _settings.Brandname,
            ["SmsType"] = _settings.SmsType,
            ["IsUnicode"] = message.Content.Unicode ? "1" : "0",
            ["RequestId"] = message.Reference,
            ["campaignid"] = "",
            ["Sandbox"] = _settings.Sandbox ? "1" : "0",
        };
        if (_settings.CallbackUrl is { } callback) body["CallbackUrl"] = callback.ToString();
        return body;
    }
}
