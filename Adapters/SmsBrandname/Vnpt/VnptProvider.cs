using System.Globalization;
using System.Text.Json.Nodes;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>VNPT's brandname: the values of a registered template's parameters go out, not the text (<c>external-parties.md</c> C2).</summary>
internal sealed class VnptProvider : ISmsProvider
{
    private readonly VnptSettings _settings;
    private readonly JsonClient _client;

    public VnptProvider(HttpClient http, VnptSettings settings, TimeProvider time)
    {
        settings.ThrowIfInvalid(SmsProviders.Vnpt);
        _settings = settings;
        _client = new JsonClient(http, time);
        Terms = settings.TermsOf(SmsProviders.Vnpt, settings.Repeatability);
    }

    /// <inheritdoc/>
    public SmsTerms Terms { get; }

    /// <inheritdoc/>
    public async Task<SmsResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var exchange = await _client.PostAsync(_settings.Endpoint!, Body(message), bearer: null, cancellationToken);
        return new SmsResult(SmsJudge.Judge(exchange, VnptAnswers.CodeOf, VnptAnswers.Codes), exchange.RetryAfter);
    }

    private JsonObject Body(SmsMessage message) => new()
    {
        ["RQST"] = new JsonObject
        {
            ["name"] = "send_sms_list",
            ["REQID"] = message.Key.ToString("N"),
            ["LABELID"] = _settings.LabelId,
            ["CONTRACTTYPEID"] = _settings.ContractTypeId,
            ["CONTRACTID"] = _settings.ContractId,
            ["TEMPLATEID"] = message.Template!.Id,
            ["PARAMS"] = Parameters(message.Template),
            ["SCHEDULETIME"] = "",
            ["MOBILELIST"] = message.Phone.Reveal(),
            ["ISTELCOSUB"] = "0",
            ["AGENTID"] = _settings.AgentId,
            ["APIUSER"] = _settings.ApiUser,
            ["APIPASS"] = _settings.ApiPass,
            ["USERNAME"] = _settings.UserName,
            ["DATACODING"] = message.Content.Unicode ? "8" : "0",
        },
    };

    private static JsonArray Parameters(SmsTemplateMatch template)
    {
        var parameters = new JsonArray();
        foreach (var (index, value) in template.Values.Index())
        {
            parameters.Add((JsonNode)new JsonObject { ["NUM"] = (index + 1).ToString(CultureInfo.InvariantCulture), ["CONTENT"] = value });
        }

        return parameters;
    }
}
