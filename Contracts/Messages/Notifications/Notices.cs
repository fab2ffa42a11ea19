using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Notifications;

/// <summary>Tell the applicant of a centrally served dossier something (A16.2, A33.3): once for each occasion and channel.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">
/// What it is about: <c>receipt</c>, <c>state-9</c>, <c>state-5#2</c> for the second request for a supplement, <c>file-3</c>.
/// </param>
/// <param name="State">The state it is about.</param>
/// <param name="At">When that came to be.</param>
/// <param name="Deadline">The deadline to show.</param>
/// <param name="Channels">On which channels.</param>
[MessageName("notifications.notify-applicant.v1")]
public sealed record NotifyApplicant(
    DossierCode Dossier, string Occasion, DossierState State, DateTimeOffset At, DateTimeOffset? Deadline, NoticeChannels Channels);

/// <summary>Send one SMS to a dossier's applicant. The number is read where it is stored, when the message is sent.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion of the notice.</param>
/// <param name="Text">Vietnamese text; <c>{agency}</c> stands for the agency's name.</param>
[MessageName("notifications.send-sms.v1")]
public sealed record SendSms(DossierCode Dossier, string Occasion, string Text);

/// <summary>Send one e-mail to a dossier's applicant. Address and name are read where they are stored, when the message is sent.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion of the notice.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The text; <c>{agency}</c> and <c>{name}</c> stand for the agency's and the applicant's name.</param>
[MessageName("notifications.send-email.v1")]
public sealed record SendEmail(DossierCode Dossier, string Occasion, string Subject, string Text);

/// <summary>The provider took a notice.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Channel">The channel.</param>
[MessageName("notifications.notice-sent.v1")]
public sealed record NoticeSent(DossierCode Dossier, string Occasion, NoticeChannels Channel);

/// <summary>A notice will not reach the applicant on this channel.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Reason">Why, without personal data.</param>
[MessageName("notifications.notice-failed.v1")]
public sealed record NoticeFailed(DossierCode Dossier, string Occasion, NoticeChannels Channel, string Reason);
