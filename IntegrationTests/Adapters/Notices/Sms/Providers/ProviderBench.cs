using System.Text.Json.Nodes;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Sms.Providers;

/// <summary>The operation with one of the JSON providers, over real HTTP.</summary>
internal sealed class ProviderBench : IDisposable
{
    private readonly HttpClient _http = SmsHttp.CreateClient(connections: 4);

    public ProviderBench(Func<HttpClient, TimeProvider, ISmsProvider> provider, SmsGateSettings? gate = null, INoticeRecipients? recipients = null) =>
        Operation = new SendSmsOperation(provider(_http, Time), gate ?? new SmsGateSettings(), recipients ?? Recipients.Known, Time, Log);

    /// <summary>The text of the tests as a registered one.</summary>
    public static SmsTemplate Template { get; } = new("1001", "Hồ sơ {code} đã được {agency} tiếp nhận.");

    public ManualTime Time { get; } = new();

    public CapturedLog<SendSmsOperation> Log { get; } = new();

    public SendSmsOperation Operation { get; }

    public static VnptSettings Vnpt(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Brandname = "DVCQG",
        LabelId = "77",
        ContractId = "88",
        AgentId = "99",
        ApiUser = "dvc-user",
        ApiPass = "s3cret",
        UserName = "dvc",
        Templates = [Template],
    };

    public static FptSettings Fpt(Uri endpoint) => new() { Endpoint = endpoint, Brandname = "DVCQG", ClientId = "dvc-client", ClientSecret = "s3cret" };

    public static EsmsSettings Esms(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Brandname = "DVCQG",
        ApiKey = "dvc-key",
        SecretKey = "s3cret",
        CallbackUrl = new Uri("https://gateway.example/callbacks/esms/x"),
    };

    public static Task<FakeProvider> JsonAsync(string answer, int status = 200) => FakeProvider.AnsweringAsync(answer, status);

    /// <summary>FPT with its token endpoint; every other call is answered by <paramref name="send"/>.</summary>
    public static Task<FakeProvider> FptAsync(Func<int, string> send, Func<int, string>? token = null)
    {
        var (tokens, sends) = (0, 0);
        return FakeProvider.StartAsync(context => FakeProvider.WriteAsync(
            context,
            context.Request.Path.Value!.EndsWith("/oauth2/token", StringComparison.Ordinal)
                ? (token ?? (number => $$"""{"access_token":"token-{{number}}","expires_in":3600}"""))(++tokens)
                : send(++sends)));
    }

    public Task<Outcome> SendAsync(int attempt = 1, Guid? key = null, string? provider = "any") => Operation.CallAsync(
        Sample.Sms with { Provider = provider }, Sample.CallWith(key ?? Sample.Call.IdempotencyKey) with { Attempt = attempt }, CancellationToken.None).Soon();

    public static JsonObject BodyOf(FakeProvider provider, int index = 0) => JsonNode.Parse(provider.Requests.ElementAt(index))!.AsObject();

    public void Dispose()
    {
        Operation.Dispose();
        _http.Dispose();
    }
}
