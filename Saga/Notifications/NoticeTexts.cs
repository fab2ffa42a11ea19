using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Notifications;

/// <summary>
/// What a notice says on each channel. <c>{agency}</c> and <c>{name}</c> are filled in when a notice is sent, from where the content is
/// stored; the SMS adapter takes off the diacritics unless Unicode is on.
/// </summary>
public static class NoticeTexts
{
    /// <summary>The text of an SMS.</summary>
    public static string Sms(NotifyApplicant notice) => Sms(notice, NoticeTemplates.Of(notice.Occasion));

    /// <summary>The text of an SMS, by one version of the words.</summary>
    public static string Sms(NotifyApplicant notice, NoticeTemplate template)
    {
        var text = Sentence(notice, template) + EntryOf(notice.Occasion);
        return template.DeadlineSentence is { } words && notice.Deadline is { } deadline
            ? text + NoticeWriting.Fill(words, ("{deadline}", Show(deadline)))
            : text;
    }

    /// <summary>The subject of an e-mail.</summary>
    public static string Subject(NotifyApplicant notice) => Subject(notice, NoticeTemplates.Of(notice.Occasion));

    /// <summary>The subject of an e-mail, by one version of the words.</summary>
    public static string Subject(NotifyApplicant notice, NoticeTemplate template) =>
        NoticeWriting.Fill(template.Subject, ("{code}", notice.Dossier.Value), ("{entry}", EntryOf(notice.Occasion)));

    /// <summary>The text of an e-mail.</summary>
    public static string Email(NotifyApplicant notice) => Email(notice, NoticeTemplates.Of(notice.Occasion));

    /// <summary>The text of an e-mail, by one version of the words.</summary>
    public static string Email(NotifyApplicant notice, NoticeTemplate template) => NoticeWriting.Fill(
        NoticeTemplates.EmailFrame,
        ("{sentence}", Sentence(notice, template)),
        ("{entry}", EntryOf(notice.Occasion)),
        ("{deadlineLine}", DeadlineOf(notice, template)),
        ("{code}", notice.Dossier.Value));

    /// <summary>The title in the app and in the portal's inbox.</summary>
    public static string Title(NotifyApplicant notice) => Title(notice, NoticeTemplates.Of(notice.Occasion));

    /// <summary>The title in the app and in the portal's inbox, by one version of the words.</summary>
    public static string Title(NotifyApplicant notice, NoticeTemplate template) =>
        NoticeWriting.Fill(template.Title, ("{code}", notice.Dossier.Value)) + EntryOf(notice.Occasion);

    /// <summary>The deadline of a dossier that is not finished; before the agency has accepted it, it is provisional.</summary>
    private static string DeadlineOf(NotifyApplicant notice, NoticeTemplate template) =>
        template.DeadlineLine is { } words && notice.Deadline is { } due && !StateGraph.IsFinished(notice.State)
            ? NoticeWriting.Fill(words, ("{deadline}", Show(due)))
            : "";

    private static string Sentence(NotifyApplicant notice, NoticeTemplate template) => NoticeWriting.Fill(
        template.Sentence,
        ("{file}", notice.Occasion[(notice.Occasion.LastIndexOf('-') + 1)..]),
        ("{code}", notice.Dossier.Value),
        ("{at}", Show(notice.At)));

    /// <summary>The second request and those after it say so.</summary>
    private static string EntryOf(string occasion)
    {
        var mark = occasion.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? "" : NoticeWriting.Fill(NoticeTemplates.Entry, ("{number}", occasion[(mark + 1)..]));
    }

    private static string Show(DateTimeOffset instant) => VietnamTime.Local(instant).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
