using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Sms;

/// <summary>The operation under test with a client, settings, clock and log.</summary>
internal sealed class SmsBench : IDisposable
{
    private readonly HttpClient _http;

    public SmsBench(Uri endpoint, INoticeRecipients? recipients = null, HttpMessageHandler? handler = null, SmsBrandnameSettings? settings = null)
    {
        _http = handler is null ? SmsHttp.CreateClient(connections: 4) : new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        Operation = new SendSmsOperation(_http, settings ?? Settings(endpoint), recipients ?? Recipients.Known, Time, Log);
    }

    public ManualTime Time { get; } = new();

    public CapturedLog<SendSmsOperation> Log { get; } = new();

    public SendSmsOperation Operation { get; }

    public static SmsBrandnameSettings Settings(Uri endpoint, string successResult = "1", bool unicode = false) => new()
    {
        Endpoint = endpoint,
        User = "dvc-user",
        Password = "p<&>w",
        CPCode = "DVCCP",
        ServiceID = "DVCQG",
        SuccessResult = successResult,
        Unicode = unicode,
    };

    public Task<Outcome> SendAsync(CancellationToken cancellationToken = default) =>
        Operation.CallAsync(Sample.Sms, Sample.Call, cancellationToken).Soon();

    public void Dispose() => _http.Dispose();
}
