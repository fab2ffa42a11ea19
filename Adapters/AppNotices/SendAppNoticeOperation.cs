using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Adapters.AppNotices;

/// <summary>
/// Shows one notice in the VNeID app (A33.2) by an interface of ours: <c>POST v1/notices</c> with an Idempotency-Key, <c>{recipient, template,
/// parameters, dossierCode, reference, reportTo}</c>, answered <c>{status: accepted}</c> or <c>{status: rejected, code}</c>.
/// </summary>
public sealed class SendAppNoticeOperation : IPartnerOperation<SendAppNotice>
{
    private readonly HttpClient _http;
    private readonly AppNoticeSettings _settings;
    private readonly INoticeRecipients _recipients;
    private readonly TimeProvider _time;
    private readonly ILogger<SendAppNoticeOperation> _log;
    private readonly Uri _address;
    private readonly Repeatability _repeatability;

    /// <summary>Creates the operation.</summary>
    /// <param name="http">A client for the life of the host.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="recipients">Where personal numbers are read.</param>
    /// <param name="time">The clock of time-outs.</param>
    /// <param name="log">Gets no number and no name.</param>
    /// <exception cref="ArgumentException">A setting is wrong; the message names every field that is.</exception>
    public SendAppNoticeOperation(
        HttpClient http, AppNoticeSettings settings, INoticeRecipients recipients, TimeProvider time, ILogger<SendAppNoticeOperation> log)
    {
        if (settings.Validate() is { Count: > 0 } errors) throw new ArgumentException($"The settings of the app's notices are wrong: {string.Join(' ', errors)}", nameof(settings));
        (_http, _settings, _recipients, _time, _log) = (http, settings, recipients, time, log);
        _address = new Uri(new Uri(settings.Endpoint!.ToString().TrimEnd('/') + "/"), "v1/notices");
        _repeatability = Repeatability.Deduplicates(settings.DuplicateWindow);
    }

    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(SendAppNotice command) => _repeatability;

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(SendAppNotice command, PartnerCall call, CancellationToken cancellationToken)
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
            // Whatever failed in there, the app was not called. The message of the exception may hold what must not be logged.
            _log.LogWarning("The recipient of an app notice about {Dossier} could not be read: {Error}.", command.Dossier, error.GetType().Name);
            return Outcome.Transient($"the recipient could not be read: {error.GetType().Name}");
        }

        if (recipient is null) return Refused(command, "nothing is stored about the dossier");
        if (recipient.PersonalId is not { IsPersonalNumber: true } person) return Refused(command, "no personal number");
        var (verdict, reason, wait) = await PostAsync(Body(command, person, recipient.AgencyName), call.IdempotencyKey, ended.Token);
        return OutcomeOf(command, verdict, reason, wait);
    }

    /// <summary>Never called: the app recognises a repeated notice.</summary>
    public Task<Outcome> AskAsync(SendAppNotice command, PartnerCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Outcome.Unknown("the app is not asked about a notice"));

    private byte[] Body(SendAppNotice command, PersonalId person, string? agency)
    {
        var mark = command.Occasion.IndexOf('#', StringComparison.Ordinal);
        var parameters = new JsonObject
        {
            ["code"] = command.Dossier.Value,
            ["at"] = Show(command.At),
            ["agency"] = string.IsNullOrWhiteSpace(agency) ? NoticePlaceholders.UnknownAgency : agency,
        };
        if (command.Deadline is { } deadline) parameters["deadline"] = Show(deadline);
        if (mark > 0) parameters["number"] = command.Occasion[(mark + 1)..];
        var body = new JsonObject
        {
            ["recipient"] = person.Reveal(),
            ["template"] = command.Template,
            ["parameters"] = parameters,
            ["dossierCode"] = command.Dossier.Value,
            ["reference"] = NoticeReference.Of(command.Dossier, command.Occasion),
        };
        if (_settings.ReportTo is { } address) body["reportTo"] = address.ToString();
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private async Task<(AppVerdict Verdict, string Reason, TimeSpan? Wait)> PostAsync(byte[] body, Guid key, CancellationToken cancellationToken)
    {
        using var content = new OnceSent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _settings.Token);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key.ToString("D"));
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var (verdict, reason) = AppAnswers.Judge((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return (verdict, reason, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            var cause = error is OperationCanceledException ? "time-out or shutdown" : (error as HttpRequestException)?.HttpRequestError.ToString() ?? "the connection was cut";
            return content.IsWritten ? (AppVerdict.Unknown, $"sent without an answer: {cause}", null) : (AppVerdict.TryLater, $"not sent: {cause}", null);
        }
    }

    private Outcome OutcomeOf(SendAppNotice command, AppVerdict verdict, string reason, TimeSpan? wait)
    {
        switch (verdict)
        {
            case AppVerdict.Accepted:
                return Outcome.Done(new NoticeSent(command.Dossier, command.Occasion, NoticeChannels.App), reason);
            case AppVerdict.Rejected:
                return Refused(command, reason);
            case AppVerdict.Configuration:
                _log.LogError(
                    "No app notice can be sent until somebody puts this right: {Reason}. The notice of {Dossier} is kept and tried again after {Wait}.",
                    reason, command.Dossier, _settings.ConfigurationRetryAfter);
                return Outcome.Transient(reason, _settings.ConfigurationRetryAfter);
            case AppVerdict.TryLater:
                return Outcome.Transient(reason, wait);
            default:
                return Outcome.Unknown(reason);
        }
    }

    private static Outcome Refused(SendAppNotice command, string reason) =>
        Outcome.Refused(reason, new NoticeFailed(command.Dossier, command.Occasion, NoticeChannels.App, reason));

    private static string Show(DateTimeOffset instant) => VietnamTime.Local(instant).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
