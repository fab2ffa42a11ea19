using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Notifications;

/// <summary>
/// The words of the notices, in Vietnamese. <c>{agency}</c> and <c>{name}</c> are filled in when a notice is sent, from where the content is
/// stored; the SMS adapter takes off the diacritics unless Unicode is on.
/// </summary>
public static class NoticeTexts
{
    private const string File = "file-";

    /// <summary>What a state means for the applicant. <c>{code}</c>: the dossier, <c>{at}</c>: since when.</summary>
    private static readonly Dictionary<DossierState, string> Sentences = new()
    {
        [DossierState.NotAccepted] = "Hồ sơ {code} không được {agency} tiếp nhận lúc {at}. Lý do xem trên Cổng Dịch vụ công quốc gia.",
        [DossierState.SupplementRequested] = "Hồ sơ {code} cần bổ sung giấy tờ theo yêu cầu lúc {at} của {agency}. Vui lòng bổ sung trên Cổng Dịch vụ công quốc gia.",
        [DossierState.PaymentRequested] = "Hồ sơ {code} có nghĩa vụ tài chính cần thực hiện theo thông báo lúc {at} của {agency}. Xem trên Cổng Dịch vụ công quốc gia.",
        [DossierState.Withdrawn] = "Hồ sơ {code} đã được rút theo yêu cầu của công dân lúc {at}. Cơ quan: {agency}.",
        [DossierState.Stopped] = "Hồ sơ {code} đã dừng xử lý lúc {at}. Lý do xem trên Cổng Dịch vụ công quốc gia. Cơ quan: {agency}.",
        [DossierState.Processed] = "Hồ sơ {code} đã xử lý xong lúc {at}, kết quả đang chờ trả. Cơ quan: {agency}.",
        [DossierState.Returned] = "Kết quả hồ sơ {code} đã được trả lúc {at}. Cơ quan: {agency}.",
    };

    private const string ReceiptSentence = "Hồ sơ {code} đã được Cổng Dịch vụ công quốc gia ghi nhận lúc {at}. Cơ quan giải quyết: {agency}.";
    private const string FileSentence = "Tệp tin số {file} của hồ sơ {code} bị thiếu hoặc sai nội dung. Vui lòng nộp lại trên Cổng Dịch vụ công quốc gia. Cơ quan: {agency}.";

    /// <summary>The text of an SMS.</summary>
    public static string Sms(NotifyApplicant notice)
    {
        var text = Fill(SentenceOf(notice), notice) + EntryOf(notice.Occasion);
        return notice is { Occasion: NoticeTable.Receipt, Deadline: { } deadline } ? $"{text} Hạn trả dự kiến: {Show(deadline)}." : text;
    }

    /// <summary>The subject of an e-mail.</summary>
    public static string Subject(NotifyApplicant notice) => notice.Occasion == NoticeTable.Receipt
        ? $"Biên nhận điện tử hồ sơ {notice.Dossier}"
        : $"Thông báo về hồ sơ {notice.Dossier}{EntryOf(notice.Occasion)}";

    /// <summary>The text of an e-mail.</summary>
    public static string Email(NotifyApplicant notice)
    {
        return
            $"""
            Kính gửi {NoticePlaceholders.Name},

            {Fill(SentenceOf(notice), notice)}{EntryOf(notice.Occasion)}
            {DeadlineOf(notice)}Tra cứu trạng thái bằng mã hồ sơ {notice.Dossier} trên Cổng Dịch vụ công quốc gia.

            Đây là thông báo tự động, vui lòng không trả lời thư này.
            """;
    }

    /// <summary>The deadline of a dossier that is not finished; before the agency has accepted it, it is provisional.</summary>
    private static string DeadlineOf(NotifyApplicant notice)
    {
        if (notice.Deadline is not { } due || StateGraph.IsFinished(notice.State)) return "";
        return notice.Occasion == NoticeTable.Receipt ? $"Hạn trả dự kiến: {Show(due)}.\n" : $"Thời hạn giải quyết: {Show(due)}.\n";
    }

    private static string SentenceOf(NotifyApplicant notice)
    {
        if (notice.Occasion == NoticeTable.Receipt) return ReceiptSentence;
        if (notice.Occasion.StartsWith(File, StringComparison.Ordinal)) return FileSentence;
        return Sentences.TryGetValue(notice.State, out var sentence)
            ? sentence
            : throw new ArgumentException($"There is no notice for state {(int)notice.State}.", nameof(notice));
    }

    /// <summary>The second request and those after it say so: some providers take two equal texts for one.</summary>
    private static string EntryOf(string occasion)
    {
        var mark = occasion.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? "" : $" (lần {occasion[(mark + 1)..]})";
    }

    private static string Fill(string sentence, NotifyApplicant notice) => sentence
        .Replace("{file}", notice.Occasion[(notice.Occasion.LastIndexOf('-') + 1)..], StringComparison.Ordinal)
        .Replace("{code}", notice.Dossier.Value, StringComparison.Ordinal)
        .Replace("{at}", Show(notice.At), StringComparison.Ordinal);

    private static string Show(DateTimeOffset instant) => VietnamTime.Local(instant).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
