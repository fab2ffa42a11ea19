using System.Buffers;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.Email;

/// <summary>
/// Sends one e-mail (A33.2). <em>Done</em> means that the server took it: what cannot be delivered later comes back to the return path. A
/// server does not recognise a repeated mail, though all attempts carry the same Message-ID, so that mailboxes and people can.
/// </summary>
public sealed class SendEmailOperation : IPartnerOperation<SendEmail>, IAsyncDisposable
{
    private const int UsualSize = 4096;

    private readonly EmailSettings _settings;
    private readonly EmailSender _sender;
    private readonly INoticeRecipients _recipients;
    private readonly TimeProvider _time;
    private readonly ILogger<SendEmailOperation> _log;
    private readonly MailWriter _writer;
    private readonly SmtpPool _pool;
    private readonly Repeatability _repeatability;

    /// <summary>Creates the operation, one for the life of the host: it keeps connections.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="recipients">Where addresses and names are read.</param>
    /// <param name="time">The clock of dates and time-outs.</param>
    /// <param name="log">Gets no address, no name and no text.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names every field that is.</exception>
    public SendEmailOperation(EmailSettings settings, INoticeRecipients recipients, TimeProvider time, ILogger<SendEmailOperation> log)
    {
        settings.ThrowIfInvalid();
        _settings = settings;
        _sender = EmailSender.Of(settings);
        _recipients = recipients;
        _time = time;
        _log = log;
        _writer = new MailWriter(_sender, time);
        _pool = new SmtpPool(settings, new SmtpConnector(settings, _sender, time), time);
        _repeatability = Repeatability.Neither(settings.WhenUnknown);
    }

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(SendEmail command) => _repeatability;

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(SendEmail command, PartnerCall call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(call.Timeout, _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);

        NoticeRecipient? recipient;
        try
        {
            recipient = await _recipients.FindAsync(command.Dossier, ended.Token);
        }
        catch (Exception error)
        {
            // Whatever failed in there, no mail was sent. The message of the exception may hold what must not be logged.
            _log.LogWarning("The recipient of an e-mail about {Dossier} could not be read: {Error}.", command.Dossier, error.GetType().Name);
            return Outcome.Transient($"the recipient could not be read: {error.GetType().Name}").By(FaultSide.Us);
        }

        if (recipient is null) return Refused(command, "nothing is stored about the dossier");
        if (recipient.Email is not { } address) return Refused(command, "no e-mail address");

        var mail = new Mail(
            call.IdempotencyKey, address, recipient.Name, NoticeWords.Fill(command.Subject, recipient), NoticeWords.Fill(command.Text, recipient));
        var content = new ArrayBufferWriter<byte>(UsualSize);
        _writer.Write(content, mail);
        var end = await _pool.SendAsync(new SmtpEnvelope(_sender.ReturnPath, address), content.WrittenMemory, ended.Token);
        return OutcomeOf(command, end);
    }

    /// <summary>Never called: a mail server cannot be asked.</summary>
    public Task<Outcome> AskAsync(SendEmail command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Unknown("a mail server cannot be asked about a mail"));

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private Outcome OutcomeOf(SendEmail command, SmtpEnd end)
    {
        var (verdict, reason) = SmtpOutcomes.Judge(end);
        switch (verdict)
        {
            case MailVerdict.Taken:
                return Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Email), reason);
            case MailVerdict.Refused:
                return Refused(command, reason);
            case MailVerdict.Configuration:
                _log.LogError(
                    "No e-mail can be sent until somebody puts this right: {Reason}. The notice of {Dossier} is kept and tried again after {Wait}.",
                    reason, command.Dossier, _settings.ConfigurationRetryAfter);
                return Outcome.Transient(reason, _settings.ConfigurationRetryAfter).By(FaultSide.Us);
            case MailVerdict.TryLater:
                return Outcome.Transient(reason).By(SideOf(end));
            default:
                return Outcome.Unknown(reason).By(SideOf(end));
        }
    }

    /// <summary>Without a reply it was the network's doing.</summary>
    private static FaultSide SideOf(SmtpEnd end) => end.Reply is null ? FaultSide.Network : FaultSide.Partner;

    private static Outcome Refused(SendEmail command, string reason) =>
        Outcome.Refused(reason, new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.Email, reason));
}
