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
/// <param name="Provider">
/// The provider that the saga chose (<c>viettel</c>, <c>vnpt</c>, <c>fpt</c>, <c>esms</c>): what it certainly did not take comes back as
/// <see cref="NoticeNotTaken"/> and goes to the next. Null: there is one provider only, and it is tried until it takes the message.
/// </param>
[MessageName("notifications.send-sms.v1")]
public sealed record SendSms(DossierCode Dossier, string Occasion, string Text, string? Provider = null);

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

/// <summary>
/// A provider certainly did not take a notice, and another may: it is down, slow, out of its quota, or refuses our account. Nothing was done.
/// </summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Provider">The provider that did not take it.</param>
/// <param name="Reason">Why, without personal data.</param>
[MessageName("notifications.notice-not-taken.v1")]
public sealed record NoticeNotTaken(DossierCode Dossier, string Occasion, NoticeChannels Channel, string Provider, string Reason);

/// <summary>
/// What became of a notice after its provider had taken it: told by a callback, a mail that came back (RFC 3464) or an answer to a question;
/// or that nobody can tell any more.
/// </summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State"><see cref="NoticeState.Delivered"/>, <see cref="NoticeState.Failed"/> or <see cref="NoticeState.Unconfirmed"/>.</param>
/// <param name="Reason">Why it failed, without personal data.</param>
[MessageName("notifications.delivery-told.v1")]
public sealed record DeliveryTold(DossierCode Dossier, string Occasion, NoticeChannels Channel, NoticeState State, string? Reason);

/// <summary>
/// Show a notice in the VNeID app of a dossier's applicant: an interface of ours. The personal number is read where it is stored, when the
/// notice is sent.
/// </summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion of the notice.</param>
/// <param name="Template">The template's code and version, <c>state-9.v1</c>: the app has its words.</param>
/// <param name="At">When that came to be of which the notice tells.</param>
/// <param name="Deadline">The deadline to show.</param>
[MessageName("notifications.send-app-notice.v1")]
public sealed record SendAppNotice(DossierCode Dossier, string Occasion, string Template, DateTimeOffset At, DateTimeOffset? Deadline);

/// <summary>A notice for the inbox of the applicant's account at the portal (A16.2): the portal follows it among the events and shows it.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Occasion">The occasion.</param>
/// <param name="Title">The title, in Vietnamese.</param>
/// <param name="Text">The text, in Vietnamese, without personal data; <c>{agency}</c> stands for the agency's name, which the portal knows.</param>
[MessageName("notifications.notice-posted.v1")]
public sealed record NoticePosted(DossierCode Dossier, string Occasion, string Title, string Text);
