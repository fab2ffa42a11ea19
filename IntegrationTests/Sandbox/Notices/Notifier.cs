using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Sandbox.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Sandbox.Tests.Notices;

/// <summary>The portal's side of notices: the real operations with the settings of development.</summary>
internal sealed class Notifier : INoticeRecipients, IAsyncDisposable
{
    public const string Phone = "84912345678";
    public const string Address = "an.nguyen@nhandan.example";

    private readonly HttpClient _http = SmsHttp.CreateClient(connections: 4);
    private readonly SendSmsOperation _sms;
    private readonly SendEmailOperation _email;
    private int _calls;

    public Notifier(SandboxFixture sandbox)
    {
        Sms = new SmsBrandnameSettings
        {
            Endpoint = new Uri(sandbox.Address, "/sms/bulkapi"),
            User = "dev-sms",
            Password = "dev-sms",
            CPCode = "DEV",
            ServiceID = "DVCQG",
        };
        var email = new EmailSettings
        {
            Host = "127.0.0.1",
            Port = sandbox.MailPort,
            Security = SmtpSecurity.None,
            From = "khongtraloi@dvcqg.example",
            MaxConnections = 4,
        };
        _sms = new SendSmsOperation(_http, Sms, this, TimeProvider.System, NullLogger<SendSmsOperation>.Instance);
        _email = new SendEmailOperation(email, this, TimeProvider.System, NullLogger<SendEmailOperation>.Instance);
    }

    public SmsBrandnameSettings Sms { get; }

    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    public Task<SmsBalance> BalanceAsync() => new SmsBalanceQuery(_http, Sms, TimeProvider.System).AskAsync(CancellationToken.None);

    public async Task<Outcome> SmsAsync(string dossier)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _sms.CallAsync(new SendSms(DossierCode.Parse(dossier), "state-2", $"Ho so {dossier} da duoc tiep nhan."), Call(), patience.Token);
    }

    public async Task<Outcome> EmailAsync(string dossier)
    {
        using var patience = new CancellationTokenSource(Patience);
        var mail = new SendEmail(DossierCode.Parse(dossier), "state-2", $"Hồ sơ {dossier} đã được tiếp nhận", $"Kính gửi {{name}},\n\nHồ sơ {dossier} đã được tiếp nhận.\n.\n");
        return await _email.CallAsync(mail, Call(), patience.Token);
    }

    public ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken)
    {
        PhoneNumber.TryParse(Phone, out var phone).ShouldBeTrue();
        EmailAddress.TryParse(Address, out var address).ShouldBeTrue();
        return new(new NoticeRecipient(phone, address, Name: null, "UBND phường Mẫu"));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _email.DisposeAsync();
    }

    private PartnerCall Call() => new(new Guid(Interlocked.Increment(ref _calls), 0, 0, new byte[8]), "notices", 1, DateTimeOffset.UnixEpoch, Patience);
}
