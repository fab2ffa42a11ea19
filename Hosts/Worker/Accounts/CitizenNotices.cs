using DichVuCong.Adapters.Email;
using DichVuCong.Adapters.SmsBrandname;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Registries.Accounts.Citizens;
using DichVuCong.Saga.Accounts.Citizens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Worker.Accounts;

/// <summary>
/// Where the notice that is being sent goes. The adapters of notices look their recipient up by a dossier, and a citizen's account has none: it is
/// set for the one call.
/// </summary>
internal sealed class CitizenRecipients(CitizenStore citizens) : INoticeRecipients
{
    private readonly AsyncLocal<string?> _citizen = new();

    /// <summary>Says whose notice the calls that follow here send.</summary>
    public void Use(string citizen) => _citizen.Value = citizen;

    /// <inheritdoc/>
    public async ValueTask<NoticeRecipient?> FindAsync(DossierCode dossier, CancellationToken cancellationToken) =>
        _citizen.Value is { } citizen && await citizens.ContactAsync(citizen, cancellationToken) is { } contact
            ? new NoticeRecipient(contact.Phone, contact.Email, contact.Name, AgencyName: null)
            : null;
}

/// <summary>
/// Sends a citizen's notice through the adapter that sends those of dossiers. What became of it stands in the journal: no saga waits for it.
/// </summary>
/// <param name="inner">The adapter.</param>
/// <param name="recipients">Its recipients.</param>
/// <param name="citizenOf">Whose notice it is.</param>
/// <param name="write">Writes it.</param>
internal sealed class CitizenNoticeOperation<TNotice, TSend>(
    IPartnerOperation<TSend> inner, CitizenRecipients recipients, Func<TNotice, string> citizenOf, Func<TNotice, TSend> write) : IPartnerOperation<TNotice>
    where TNotice : class
    where TSend : class
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(TNotice command) => inner.RepeatabilityOf(write(command));

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(TNotice command, PartnerCall call, CancellationToken cancellationToken)
    {
        recipients.Use(citizenOf(command));
        var outcome = await inner.CallAsync(write(command), call, cancellationToken);
        return outcome.Kind switch
        {
            OutcomeKind.Done => Outcome.Done(reply: null, outcome.Reason),
            OutcomeKind.Refused => Outcome.Refused(outcome.Reason ?? "refused"),
            _ => outcome,
        };
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(TNotice command, PartnerCall call, CancellationToken cancellationToken) => inner.AskAsync(write(command), call, cancellationToken);
}

/// <summary>The partners that send citizens' notices.</summary>
internal static class CitizenNotices
{
    /// <summary>The endpoint of SMS to citizens.</summary>
    public const string Sms = "citizen-sms";

    /// <summary>The endpoint of e-mail to citizens.</summary>
    public const string Email = "citizen-email";

    /// <summary>Stands where the adapters want a dossier's code; it is in no text.</summary>
    private static readonly DossierCode NoDossier = DossierCode.Parse("TK-260101-00001");

    /// <summary>Adds messages and partners: the same providers as for notices of dossiers, on lines of their own.</summary>
    public static Topology AddCitizens(this Topology topology, IServiceProvider services, PartnerSettings partners, TimeProvider time)
    {
        var citizens = services.GetRequiredService<CitizenRecipients>();
        return topology.AddCitizens(
            partners.Notices.Sms is { } sms
                ? By(new SmsTraffic(SmsHttp.CreateClient(partners.NoticeConcurrency), sms, citizens, time, services.GetRequiredService<ILogger<SendSmsOperation>>()), citizens)
                : new NotConfigured<NotifyCitizenBySms>("No SMS provider is configured (Sms:*)."),
            partners.Notices.Email is { } email
                ? By(new SendEmailOperation(email, citizens, time, services.GetRequiredService<ILogger<SendEmailOperation>>()), citizens)
                : new NotConfigured<NotifyCitizenByEmail>("The mail server is not configured (Email:*)."));
    }

    /// <summary>Adds messages and partners.</summary>
    public static Topology AddCitizens(this Topology topology, IPartnerOperation<NotifyCitizenBySms> sms, IPartnerOperation<NotifyCitizenByEmail> email) =>
        Saga.CitizenTopology.AddCitizenNotices(topology)
            .Partner(new PartnerDefinition(Sms).Operation(sms))
            .Partner(new PartnerDefinition(Email).Operation(email));

    /// <summary>SMS through the adapter of SMS.</summary>
    public static IPartnerOperation<NotifyCitizenBySms> By(IPartnerOperation<SendSms> adapter, CitizenRecipients recipients) =>
        new CitizenNoticeOperation<NotifyCitizenBySms, SendSms>(
            adapter, recipients, notice => notice.Citizen,
            notice => new SendSms(NoDossier, OccasionOf(notice.Notice), CitizenTexts.Sms(notice.Notice, notice.LockOn)));

    /// <summary>E-mail through the adapter of e-mail.</summary>
    public static IPartnerOperation<NotifyCitizenByEmail> By(IPartnerOperation<SendEmail> adapter, CitizenRecipients recipients) =>
        new CitizenNoticeOperation<NotifyCitizenByEmail, SendEmail>(
            adapter, recipients, notice => notice.Citizen,
            notice => new SendEmail(NoDossier, OccasionOf(notice.Notice), CitizenTexts.Subject, CitizenTexts.Email(notice.Notice, notice.LockOn)));

    private static string OccasionOf(CitizenNotice notice) => $"citizen-{(int)notice}";
}
