using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;

namespace DichVuCong.Saga.Notifications;

/// <summary>
/// One version of the words of one kind of notice. A version that was used is never changed: a new one stands beside it, since providers
/// register texts one by one, and what was sent must be found again.
/// </summary>
/// <param name="Code">What it is about: <c>receipt</c>, <c>file</c>, <c>state-9</c>.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Title">The title in the app and in the portal's inbox.</param>
/// <param name="Sentence">What it says, for all channels.</param>
/// <param name="Subject">The e-mail's subject.</param>
/// <param name="DeadlineSentence">What an SMS adds when there is a deadline; null for nothing.</param>
/// <param name="DeadlineLine">What an e-mail adds when there is a deadline; null for nothing.</param>
/// <param name="Repeats">Whether it may be told more than once, each time with its number.</param>
public sealed record NoticeTemplate(
    string Code, int Version, string Title, string Sentence, string Subject, string? DeadlineSentence, string? DeadlineLine, bool Repeats)
{
    /// <summary>Code and version, as they are sent and shown: <c>state-9.v1</c>.</summary>
    public string Name => $"{Code}.v{Version}";
}

/// <summary>
/// The words of the notices, in Vietnamese, as data. No placeholder stands for a personal number, and a name stands in e-mail only: an SMS and
/// a push message are read by whoever holds the telephone (A33; Law 91/2025).
/// </summary>
public static class NoticeTemplates
{
    /// <summary>The code of the notice about a file.</summary>
    public const string File = "file";

    /// <summary>What an e-mail says around the sentence.</summary>
    public const string EmailFrame =
        """
        Kính gửi {name},

        {sentence}{entry}
        {deadlineLine}Tra cứu trạng thái bằng mã hồ sơ {code} trên Cổng Dịch vụ công quốc gia.

        Đây là thông báo tự động, vui lòng không trả lời thư này.
        """;

    /// <summary>What stands behind a notice that is told again: some providers take two equal texts for one.</summary>
    public const string Entry = " (lần {number})";

    private const string UsualSubject = "Thông báo về hồ sơ {code}{entry}";
    private const string Term = "Thời hạn giải quyết: {deadline}.\n";

    /// <summary>The placeholders of each text, and nothing else may stand in braces.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Placeholders { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [nameof(NoticeTemplate.Title)] = ["{code}"],
        [nameof(NoticeTemplate.Sentence)] = ["{code}", "{at}", "{file}", NoticePlaceholders.Agency],
        [nameof(NoticeTemplate.Subject)] = ["{code}", "{entry}"],
        [nameof(NoticeTemplate.DeadlineSentence)] = ["{deadline}"],
        [nameof(NoticeTemplate.DeadlineLine)] = ["{deadline}"],
        [nameof(EmailFrame)] = [NoticePlaceholders.Name, "{sentence}", "{entry}", "{deadlineLine}", "{code}"],
        [nameof(Entry)] = ["{number}"],
    };

    /// <summary>All versions of all texts.</summary>
    public static IReadOnlyList<NoticeTemplate> All { get; } =
    [
        new(
            NoticeTable.Receipt, 1, "Biên nhận hồ sơ {code}",
            "Hồ sơ {code} đã được Cổng Dịch vụ công quốc gia ghi nhận lúc {at}. Cơ quan giải quyết: {agency}.",
            "Biên nhận điện tử hồ sơ {code}", " Hạn trả dự kiến: {deadline}.", "Hạn trả dự kiến: {deadline}.\n", Repeats: false),
        new(
            File, 1, "Hồ sơ {code} cần nộp lại tệp tin",
            "Tệp tin số {file} của hồ sơ {code} bị thiếu hoặc sai nội dung. Vui lòng nộp lại trên Cổng Dịch vụ công quốc gia. Cơ quan: {agency}.",
            UsualSubject, DeadlineSentence: null, Term, Repeats: false),
        Of(DossierState.NotAccepted, "Hồ sơ {code} không được tiếp nhận",
            "Hồ sơ {code} không được {agency} tiếp nhận lúc {at}. Lý do xem trên Cổng Dịch vụ công quốc gia."),
        Of(DossierState.SupplementRequested, "Hồ sơ {code} cần bổ sung",
            "Hồ sơ {code} cần bổ sung giấy tờ theo yêu cầu lúc {at} của {agency}. Vui lòng bổ sung trên Cổng Dịch vụ công quốc gia.", repeats: true),
        Of(DossierState.PaymentRequested, "Hồ sơ {code} có nghĩa vụ tài chính",
            "Hồ sơ {code} có nghĩa vụ tài chính cần thực hiện theo thông báo lúc {at} của {agency}. Xem trên Cổng Dịch vụ công quốc gia.", repeats: true),
        Of(DossierState.Withdrawn, "Hồ sơ {code} đã được rút", "Hồ sơ {code} đã được rút theo yêu cầu của công dân lúc {at}. Cơ quan: {agency}."),
        Of(DossierState.Stopped, "Hồ sơ {code} đã dừng xử lý",
            "Hồ sơ {code} đã dừng xử lý lúc {at}. Lý do xem trên Cổng Dịch vụ công quốc gia. Cơ quan: {agency}."),
        Of(DossierState.Processed, "Hồ sơ {code} đã xử lý xong", "Hồ sơ {code} đã xử lý xong lúc {at}, kết quả đang chờ trả. Cơ quan: {agency}."),
        Of(DossierState.Returned, "Đã trả kết quả hồ sơ {code}", "Kết quả hồ sơ {code} đã được trả lúc {at}. Cơ quan: {agency}."),
    ];

    /// <summary>The newest version of a text; null when there is none.</summary>
    public static NoticeTemplate? Newest(string code) => All.Where(template => template.Code == code).MaxBy(template => template.Version);

    /// <summary>One version of a text; null when there is none.</summary>
    public static NoticeTemplate? Find(string code, int version) => All.FirstOrDefault(template => template.Code == code && template.Version == version);

    /// <summary>The newest text of an occasion.</summary>
    /// <exception cref="ArgumentException">Nobody is told of it.</exception>
    public static NoticeTemplate Of(string occasion) =>
        Newest(CodeOf(occasion)) ?? throw new ArgumentException($"There is no notice for {CodeOf(occasion)}.", nameof(occasion));

    /// <summary>The texts that SMS are made of: what is registered with providers that take nothing else.</summary>
    /// <returns>A name for each text, and the text with its placeholders.</returns>
    public static IEnumerable<(string Name, string Text)> SmsTexts()
    {
        foreach (var template in All)
        {
            // The longer text first: what has a deadline behind it would else be taken for a long name of an agency.
            if (template.DeadlineSentence is { } deadline) yield return ($"{template.Name}.deadline", template.Sentence + deadline);
            if (template.Repeats) yield return ($"{template.Name}.again", template.Sentence + Entry);
            yield return (template.Name, template.Sentence);
        }
    }

    /// <summary>What is wrong with the texts: a placeholder that is not known there, or two versions of one number. Empty when nothing is.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<NoticeTemplate> templates)
    {
        foreach (var twice in templates.GroupBy(template => template.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key} stands there twice.";
        }

        foreach (var template in templates)
        {
            (string Field, string? Text)[] texts =
            [
                (nameof(template.Title), template.Title), (nameof(template.Sentence), template.Sentence), (nameof(template.Subject), template.Subject),
                (nameof(template.DeadlineSentence), template.DeadlineSentence), (nameof(template.DeadlineLine), template.DeadlineLine),
            ];
            foreach (var (field, text) in texts)
            {
                foreach (var placeholder in NoticeWriting.UnknownIn(text, Placeholders[field])) yield return $"{template.Name}: {field} has {placeholder}, which is not known there.";
            }
        }
    }

    private static string CodeOf(string occasion)
    {
        if (occasion.StartsWith(File + "-", StringComparison.Ordinal)) return File;
        var mark = occasion.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? occasion : occasion[..mark];
    }

    private static NoticeTemplate Of(DossierState state, string title, string sentence, bool repeats = false) => new(
        NoticeTable.CodeOf(state), 1, title, sentence, UsualSubject, DeadlineSentence: null, StateIsFinished(state) ? null : Term, repeats);

    private static bool StateIsFinished(DossierState state) => Dossiers.StateGraph.IsFinished(state);
}
