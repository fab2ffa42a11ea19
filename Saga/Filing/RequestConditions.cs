using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Filing;

/// <summary>What every filing must be, whatever the procedure demands: known words, texts that fit, times that make sense.</summary>
internal static class RequestConditions
{
    /// <summary>How far the sender's clock may be ahead.</summary>
    private static readonly TimeSpan ClockLead = TimeSpan.FromMinutes(10);

    private static readonly (string Field, int Longest)[] Texts =
    [
        ("submissionId", 100), ("procedureCode", 50), ("receivedBy", 200), ("receivingUnit", 40), ("agency", 40),
        ("place.province", 10), ("place.commune", 10), ("subjectPlace.province", 10), ("subjectPlace.commune", 10),
        ("post.place.province", 10), ("post.place.commune", 10), ("post.address", Contracts.PostalAddress.MaxLength), ("post.name", Contracts.PersonName.MaxLength),
        ("applicant.fullName", Contracts.PersonName.MaxLength), ("applicant.portalAccountId", 100), ("subject", 2000),
    ];

    private static readonly (string Field, string Label)[] Needed =
        [("submissionId", "mã lần nộp hồ sơ của hệ thống gửi"), ("procedureCode", "mã thủ tục hành chính")];

    private static readonly (string Field, Func<string, bool> IsKnown, string Message)[] Words =
    [
        ("procedureCode", text => Contracts.ProcedureCode.TryParse(text, out _), "Mã thủ tục hành chính không đúng dạng 1.001193. Vui lòng chọn lại thủ tục."),
        ("level", text => EnumWord<AdministrativeLevel>.TryParse(text, out _), "Cấp thực hiện không hợp lệ. Vui lòng chọn cấp bộ, cấp tỉnh, cấp xã hoặc cơ quan khác (ministry, province, commune, other)."),
        ("channel", text => EnumWord<FilingChannel>.TryParse(text, out _), "Kênh nộp hồ sơ không hợp lệ. Vui lòng chọn trực tuyến, trực tiếp hoặc bưu chính (online, direct, post)."),
        ("origin", text => EnumWord<DossierOrigin>.TryParse(text, out var origin) && origin != DossierOrigin.Agency, "Nguồn tiếp nhận không hợp lệ. Vui lòng ghi portal hoặc coordination."),
        ("returnBy", text => EnumWord<ResultReturn>.TryParse(text, out _), "Hình thức nhận kết quả không hợp lệ. Vui lòng chọn trực tiếp, bưu chính hoặc trực tuyến (direct, post, online)."),
        ("applicant.kind", text => EnumWord<ApplicantKind>.TryParse(text, out _), "Loại đối tượng nộp hồ sơ không hợp lệ. Vui lòng chọn công dân, doanh nghiệp, cơ quan hoặc tổ chức (citizen, enterprise, agency, organisation)."),
    ];

    public static void Check(FilingRequest request, DateTimeOffset now, DeficiencyList found)
    {
        foreach (var (field, label) in Needed)
        {
            if (!FieldValue.Of(request, field).IsThere) found.Add(field, DeficiencyRules.FieldMissing, label);
        }

        foreach (var (field, longest) in Texts)
        {
            if (FieldValue.Of(request, field).Text is { } text && (text.Length > longest || text.Any(letter => IsHidden(letter, field)))) found.Add(field, DeficiencyRules.FieldTooLong, longest);
        }

        foreach (var (field, isKnown, message) in Words)
        {
            if (FieldValue.Of(request, field).Text is { } text && !isKnown(text)) found.Add(field, DeficiencyRules.FieldWrongValue, message);
        }

        if (request.ProcedureCase is < 1) found.Add("procedureCase", DeficiencyRules.FieldWrongValue, "Trường hợp giải quyết được đánh số từ 1. Vui lòng chọn lại trường hợp.");
        if (request.Form is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null) })
        {
            found.Add("form", DeficiencyRules.FieldWrongValue, "Biểu mẫu điện tử phải là danh sách các trường thông tin. Vui lòng điền lại biểu mẫu.");
        }

        CheckTime(request, now, found);
    }

    private static void CheckTime(FilingRequest request, DateTimeOffset now, DeficiencyList found)
    {
        if (FieldValue.Of(request, "submittedAt").Text is not { } text) return;
        if (!TryParseTime(text, out var time))
        {
            found.Add("submittedAt", DeficiencyRules.FieldWrongValue, "Thời điểm nộp phải có múi giờ, ví dụ 2026-01-31T08:30:00+07:00. Vui lòng gửi lại.");
        }
        else if (time > now + ClockLead)
        {
            found.Add("submittedAt", DeficiencyRules.FieldWrongValue, "Thời điểm nộp hồ sơ chưa tới. Vui lòng kiểm tra đồng hồ của hệ thống gửi.");
        }
    }

    // Not the serializer's reading: that one takes a time without an offset for one of the machine's zone.
    private static bool TryParseTime(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length >= 17 && (text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':'))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    // Only what the dossier is about may have several lines.
    private static bool IsHidden(char letter, string field) => char.IsControl(letter) && !(field == "subject" && letter is '\n' or '\r' or '\t');
}
