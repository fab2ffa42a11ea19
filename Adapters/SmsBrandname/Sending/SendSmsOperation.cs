using System.Collections.Concurrent;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>
/// Sends one SMS by one provider (A33.2). <em>Done</em> means that the provider queued it; some tell of the delivery later. The text is the
/// same in every attempt: most providers know a repeated message by number and text.
/// </summary>
/// <remarks>
/// A command that names its provider may go to another: what this one certainly did not take comes back as <see cref="NoticeNotTaken"/>. What
/// it may have taken stays with it, and is never handed to another.
/// </remarks>
public sealed class SendSmsOperation : IPartnerOperation<SendSms>, IDisposable
{
    /// <summary>More are not remembered: what is forgotten counts as possibly taken, which is safe.</summary>
    private const int MostRemembered = 10_000;

    private readonly ISmsProvider _provider;
    private readonly SmsTerms _terms;
    private readonly SmsGate _gate;
    private readonly INoticeRecipients _recipients;
    private readonly TimeProvider _time;
    private readonly ILogger<SendSmsOperation> _log;
    private readonly SmsComposer _composer;

    /// <summary>Calls that certainly did nothing so far: they may still go to another provider.</summary>
    private readonly ConcurrentDictionary<Guid, bool> _untouched = new();

    /// <summary>Creates the operation for Viettel's interface.</summary>
    /// <param name="http">The client of <see cref="SmsHttp.CreateClient"/>, one for the life of the host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="recipients">Where numbers are read.</param>
    /// <param name="time">The clock of time-outs.</param>
    /// <param name="log">Gets no number, no name and no text.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names every field that is.</exception>
    public SendSmsOperation(
        HttpClient http, SmsBrandnameSettings settings, INoticeRecipients recipients, TimeProvider time, ILogger<SendSmsOperation> log)
        : this(new ViettelProvider(http, settings, time), new SmsGateSettings(), recipients, time, log)
    {
    }

    internal SendSmsOperation(
        ISmsProvider provider, SmsGateSettings gate, INoticeRecipients recipients, TimeProvider time, ILogger<SendSmsOperation> log)
    {
        _provider = provider;
        _terms = provider.Terms;
        _gate = new SmsGate(gate, time);
        _recipients = recipients;
        _time = time;
        _log = log;
        _composer = new SmsComposer(_terms.Unicode, _terms.MaxPlainLength, _terms.MaxUnicodeLength);
    }

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(SendSms command) => _terms.Repeatability;

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(call.Timeout, _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);

        // Whatever an earlier attempt did not certainly leave undone is this provider's alone.
        var isUntouched = _untouched.TryRemove(call.IdempotencyKey, out _) || call.Attempt == 1;
        var mayMove = command.Provider is not null && isUntouched;
        if (mayMove && !_gate.TryPass()) return NotTaken(command, $"the provider is left alone: {_gate.ClosedBecause}", wasCalled: false);
        if (!isUntouched && IsForgotten(call)) return Unconfirmed(command);

        NoticeRecipient? recipient;
        try
        {
            recipient = await _recipients.FindAsync(command.Dossier, ended.Token);
        }
        catch (Exception error)
        {
            // Whatever failed in there, the provider was not called. The message of the exception may hold what must not be logged.
            _log.LogWarning("The recipient of an SMS about {Dossier} could not be read: {Error}.", command.Dossier, error.GetType().Name);
            if (isUntouched) Remember(call);
            return Outcome.Transient($"the recipient could not be read: {error.GetType().Name}").By(FaultSide.Us);
        }

        if (recipient is null) return Refused(command, "nothing is stored about the dossier");
        if (recipient.Phone is not { IsMobile: true } phone) return Refused(command, "no mobile number");

        var content = _composer.Compose(command.Text, recipient.AgencyName, command.Dossier);
        if (content.Text.Length == 0) return Refused(command, "the text is empty");
        var template = _terms.Templates.IsEmpty ? null : _terms.Templates.Match(content.Text);
        if (template is null && !_terms.Templates.IsEmpty) return Refused(command, "the text matches no template registered with the provider");

        var message = new SmsMessage(phone, content, template, call.IdempotencyKey, NoticeReference.Of(command.Dossier, command.Occasion));
        var began = _time.GetTimestamp();
        var (judgement, retryAfter) = await _provider.SendAsync(message, ended.Token);
        if (judgement.Verdict == SmsVerdict.Accepted) SmsMeter.Sent(content, _terms);
        Report(judgement, retryAfter, _time.GetElapsedTime(began));
        return OutcomeOf(command, call, judgement, retryAfter, mayMove);
    }

    /// <summary>Never called: no provider can be asked.</summary>
    public Task<Outcome> AskAsync(SendSms command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Unknown("the provider cannot be asked about a message"));

    /// <inheritdoc/>
    public void Dispose() => (_provider as IDisposable)?.Dispose();

    /// <summary>Tells the gate how the provider is.</summary>
    private void Report(SmsJudgement judgement, TimeSpan? retryAfter, TimeSpan took)
    {
        switch (judgement.Verdict)
        {
            case SmsVerdict.TryLater:
                _gate.Failed(judgement.Reason, retryAfter);
                break;
            case SmsVerdict.Unknown:
                _gate.Failed(judgement.Reason, atLeast: null);
                break;
            case SmsVerdict.Configuration:
                _gate.Failed(judgement.Reason, _terms.ConfigurationRetryAfter);
                break;
            default:
                _gate.Answered(took);
                break;
        }
    }

    private Outcome OutcomeOf(SendSms command, PartnerCall call, SmsJudgement judgement, TimeSpan? retryAfter, bool mayMove)
    {
        switch (judgement.Verdict)
        {
            case SmsVerdict.Accepted or SmsVerdict.AlreadySent:
                return Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.Sms), judgement.Reason);
            case SmsVerdict.Refused:
                return Refused(command, judgement.Reason);
            case SmsVerdict.Configuration:
                _log.LogError(
                    "No SMS can be sent until somebody puts this right: {Reason}. The notice of {Dossier} is kept and tried again after {Wait}.",
                    judgement.Reason, command.Dossier, _terms.ConfigurationRetryAfter);
                return (mayMove ? Again(call, judgement.Reason) : Outcome.Transient(judgement.Reason, _terms.ConfigurationRetryAfter)).By(FaultSide.Us);
            case SmsVerdict.TryLater:
                return (mayMove ? Again(call, judgement.Reason) : Outcome.Transient(judgement.Reason, retryAfter)).By(judgement.Side);
            default:
                return Outcome.Unknown(judgement.Reason).By(judgement.Side);
        }
    }

    /// <summary>The failure is the provider's record; at once again, the notice meets the gate, and goes to another provider if it is closed.</summary>
    private Outcome Again(PartnerCall call, string reason)
    {
        Remember(call);
        return Outcome.Transient(reason, TimeSpan.Zero);
    }

    private void Remember(PartnerCall call)
    {
        if (_untouched.Count < MostRemembered) _untouched[call.IdempotencyKey] = true;
    }

    /// <summary>Whether the provider may have forgotten an earlier attempt, so that a repetition would be a second message.</summary>
    private bool IsForgotten(PartnerCall call) =>
        _terms.Repeatability is { Class: RepeatabilityClass.Deduplicates, Window: { } window, WhenUnknown: WhenUnknown.GiveUpAndShow }
        && _time.GetUtcNow() - call.FirstSentAt >= window;

    private static Outcome Unconfirmed(SendSms command)
    {
        const string Reason = "whether the provider took it is not known, and it does not recognise it any more";
        return Outcome.Aside(Reason, new DeliveryTold(command.Dossier, command.Occasion, NoticeChannels.Sms, NoticeState.Unconfirmed, Reason));
    }

    private Outcome NotTaken(SendSms command, string reason, bool wasCalled)
    {
        var reply = new NoticeNotTaken(command.Dossier, command.Occasion, NoticeChannels.Sms, _terms.Code, reason);
        return wasCalled ? Outcome.Refused(reason, reply) : Outcome.Aside(reason, reply);
    }

    private static Outcome Refused(SendSms command, string reason) =>
        Outcome.Refused(reason, new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.Sms, reason));
}
