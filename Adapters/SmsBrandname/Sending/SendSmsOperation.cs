using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// Sends one SMS (A33.2). <em>Done</em> means that the provider queued it: the interface tells nothing of delivery. The provider knows a
/// repeated message by number and text, not by our key, so the text is the same in every attempt; a duplicate counts as sent.
/// </summary>
public sealed class SendSmsOperation : IPartnerOperation<SendSms>
{
    private readonly SmsBrandnameSettings _settings;
    private readonly INoticeRecipients _recipients;
    private readonly TimeProvider _time;
    private readonly ILogger<SendSmsOperation> _log;
    private readonly SmsComposer _composer;
    private readonly SoapClient _provider;
    private readonly Repeatability _repeatability;

    /// <summary>Creates the operation.</summary>
    /// <param name="http">The client of <see cref="SmsHttp.CreateClient"/>, one for the life of the host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="recipients">Where numbers are read.</param>
    /// <param name="time">The clock of time-outs.</param>
    /// <param name="log">Gets no number, no name and no text.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names every field that is.</exception>
    public SendSmsOperation(
        HttpClient http, SmsBrandnameSettings settings, INoticeRecipients recipients, TimeProvider time, ILogger<SendSmsOperation> log)
    {
        settings.ThrowIfInvalid();
        _settings = settings;
        _recipients = recipients;
        _time = time;
        _log = log;
        _composer = new SmsComposer(settings);
        _provider = new SoapClient(http, settings, time);
        _repeatability = new Repeatability(RepeatabilityClass.Deduplicates, settings.DuplicateWindow, settings.WhenUnknown);
    }

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(SendSms command) => _repeatability;

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken)
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
            // Whatever failed in there, the provider was not called. The message of the exception may hold what must not be logged.
            _log.LogWarning("The recipient of an SMS about {Dossier} could not be read: {Error}.", command.Dossier, error.GetType().Name);
            return Outcome.Transient($"the recipient could not be read: {error.GetType().Name}").By(FaultSide.Us);
        }

        if (recipient is null) return Refused(command, "nothing is stored about the dossier");
        if (recipient.Phone is not { IsMobile: true } phone) return Refused(command, "no mobile number");

        var content = _composer.Compose(command.Text, recipient.AgencyName, command.Dossier);
        if (content.Text.Length == 0) return Refused(command, "the text is empty");

        var exchange = await _provider.CallAsync(_settings.SendOperation, Parameters(phone, content), ended.Token);
        var judgement = SmsJudge.Judge(exchange, _settings.SuccessResult);
        if (judgement.Verdict == SmsVerdict.Accepted) SmsMeter.Sent(content);
        return OutcomeOf(command, judgement, exchange);
    }

    /// <summary>Never called: the provider cannot be asked.</summary>
    public Task<Outcome> AskAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Unknown("the provider cannot be asked about a message"));

    private (string Name, string Value)[] Parameters(PhoneNumber phone, SmsContent content) =>
    [
        ("RequestID", _settings.RequestID.ToString(CultureInfo.InvariantCulture)),
        ("UserID", phone.Reveal()),
        ("ReceiverID", phone.Reveal()),
        ("ServiceID", _settings.ServiceID),
        ("CommandCode", _settings.CommandCode),
        ("Content", content.Text),
        ("ContentType", content.Unicode ? _settings.UnicodeContentType : _settings.PlainContentType),
    ];

    private Outcome OutcomeOf(SendSms command, SmsJudgement judgement, SoapExchange exchange)
    {
        // Without a status there was no answer.
        var side = exchange.Status is null ? FaultSide.Network : FaultSide.Partner;
        switch (judgement.Verdict)
        {
            case SmsVerdict.Accepted or SmsVerdict.AlreadySent:
                return Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Sms), judgement.Reason);
            case SmsVerdict.Refused:
                return Refused(command, judgement.Reason);
            case SmsVerdict.Configuration:
                _log.LogError(
                    "No SMS can be sent until somebody puts this right: {Reason}. The notice of {Dossier} is kept and tried again after {Wait}.",
                    judgement.Reason, command.Dossier, _settings.ConfigurationRetryAfter);
                return Outcome.Transient(judgement.Reason, _settings.ConfigurationRetryAfter).By(FaultSide.Us);
            case SmsVerdict.TryLater:
                return Outcome.Transient(judgement.Reason, exchange.RetryAfter).By(side);
            default:
                return Outcome.Unknown(judgement.Reason).By(side);
        }
    }

    private static Outcome Refused(SendSms command, string reason) =>
        Outcome.Refused(reason, new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.Sms, reason));
}
