using DichVuCong.Adapters.Email;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Notices.Tests.Doubles;

namespace DichVuCong.Notices.Tests.Email;

/// <summary>The operation under test with settings, clock and log.</summary>
internal sealed class MailBench(EmailSettings settings, ManualTime time, INoticeRecipients? recipients = null) : IAsyncDisposable
{
    private int _sent;

    public MailBench(FakeMailServer server, INoticeRecipients? recipients = null)
        : this(Settings(server), new ManualTime(), recipients)
    {
    }

    public CapturedLog<SendEmailOperation> Log { get; } = new();

    public ManualTime Time => time;

    public SendEmailOperation Operation => field ??= new SendEmailOperation(settings, recipients ?? Recipients.Known, time, Log);

    public static EmailSettings Settings(
        FakeMailServer server,
        SmtpSecurity security = SmtpSecurity.None,
        ServerCertificate? trusted = null,
        string user = "",
        string password = "",
        int connections = 4,
        int mailsPerConnection = 100) => new()
        {
            Host = security == SmtpSecurity.None ? "127.0.0.1" : "localhost",
            Port = server.Port,
            Security = security,
            CertificateAuthorityFile = trusted?.File,
            User = user,
            Password = password,
            AllowClearTextCredentials = security == SmtpSecurity.None,
            From = "khong-tra-loi@dichvucong.example",
            MaxConnections = connections,
            MailsPerConnection = mailsPerConnection,
            Html = false,
        };

    /// <summary>Sends the sample with a key of its own.</summary>
    public Task<Outcome> SendAsync(CancellationToken cancellationToken = default) => SendAsync(Sample.Email, cancellationToken);

    public Task<Outcome> SendAsync(SendEmail mail, CancellationToken cancellationToken = default) =>
        Operation.CallAsync(mail, Sample.CallWith(new Guid(Interlocked.Increment(ref _sent), 0, 0, new byte[8])), cancellationToken).Soon();

    public ValueTask DisposeAsync() => Operation.DisposeAsync();
}
