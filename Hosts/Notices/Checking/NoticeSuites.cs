using DichVuCong.Adapters.AppNotices;
using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Notices.Checking;

/// <summary>The suites of those who bring notices to people.</summary>
public static class NoticeSuites
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>One suite for each partner that is configured.</summary>
    /// <param name="partners">The settings.</param>
    /// <param name="target">Whom the checks tell.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">Gets nothing personal.</param>
    public static IEnumerable<IPartnerSuite> Of(NoticePartners partners, CheckTarget target, TimeProvider time, ILoggerFactory logs)
    {
        var told = new NotifyApplicant(target.Dossier, NoticeTable.Receipt, DossierState.Filed, At, At.AddDays(7), NoticeChannels.None);
        var http = SmsHttp.CreateClient(connections: 2);
        if (partners.Sms is { } sms)
        {
            var traffic = new SmsTraffic(http, sms, target, time, logs.CreateLogger<SendSmsOperation>());
            foreach (var provider in sms.Configured)
            {
                yield return new NoticeSuite<SendSms>(
                    $"sms:{provider}", "one or two SMS go to Check:Phone", traffic, new SendSms(target.Dossier, told.Occasion, NoticeTexts.Sms(told), provider), target);
            }
        }

        if (partners.Email is { } email)
        {
            yield return new NoticeSuite<SendEmail>(
                "email", $"{email.Host}:{email.Port}; one mail goes to Check:Email", new SendEmailOperation(email, target, time, logs.CreateLogger<SendEmailOperation>()),
                new SendEmail(target.Dossier, told.Occasion, NoticeTexts.Subject(told), NoticeTexts.Email(told)), target,
                new PartnerCheck("is-protected", "Mails travel under TLS.", _ => Task.FromResult(Protected(email))));
        }

        if (partners.App is not { } app) yield break;
        var notice = new SendAppNotice(target.Dossier, told.Occasion, NoticeTemplates.Of(told.Occasion).Name, told.At, told.Deadline);
        yield return new NoticeSuite<SendAppNotice>(
            "app", "one notice goes to the app of Check:PersonalId", new SendAppNoticeOperation(http, app, target, time, logs.CreateLogger<SendAppNoticeOperation>()), notice, target,
            new PartnerCheck("refuses-a-stranger", "It refuses a personal number that it does not know.", async cancellationToken =>
            {
                var operation = new SendAppNoticeOperation(http, app, target.WithStranger(), time, logs.CreateLogger<SendAppNoticeOperation>());
                var outcome = await operation.CallAsync(notice, target.Call("app", Guid.CreateVersion7()), cancellationToken);
                return CheckFinding.When(outcome.Kind == OutcomeKind.Refused, outcome.ToString());
            }));
    }

    private static CheckFinding Protected(EmailSettings email) => email.Security != SmtpSecurity.None
        ? new CheckFinding(CheckVerdict.Passed, email.Security.ToString())
        : Uri.CheckHostName(email.Host) == UriHostNameType.IPv4 && email.Host.StartsWith("127.", StringComparison.Ordinal)
            ? new CheckFinding(CheckVerdict.Skipped, "a relay on this machine")
            : new CheckFinding(CheckVerdict.Failed, "Email:Security is None");
}
