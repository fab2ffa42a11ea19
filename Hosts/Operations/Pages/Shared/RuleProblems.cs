using System.Collections.Frozen;
using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Operations.Language;
using DichVuCong.Registries.Operations;

namespace DichVuCong.Operations.Pages.Shared;

/// <summary>Answers an action, and says which field breaks which rule when it does.</summary>
internal static class RuleProblems
{
    private static readonly FrozenDictionary<string, Words> Fields = new Dictionary<string, Words>
    {
        ["reason"] = new("Lý do", "Reason"),
        ["partner"] = new("Đối tác", "Partner"),
        ["from"] = new("Bắt đầu", "Beginning"),
        ["to"] = new("Kết thúc", "End"),
        ["announcement"] = new("Nội dung thông báo", "Announcement"),
        ["channel"] = new("Cách thông báo", "How they were told"),
        ["kind"] = new("Loại", "Kind"),
        ["name"] = new("Tên", "Name"),
        ["phone"] = new("Điện thoại", "Phone"),
        ["email"] = new("Thư điện tử", "E-mail"),
        ["date"] = new("Ngày", "Date"),
        ["document"] = new("Văn bản", "Document"),
        ["due"] = new("Hạn mới", "New due time"),
        ["clock"] = new("Đồng hồ", "Clock"),
        ["calendar"] = new("Lịch", "Calendar"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Does it and leads on, or shows the rule that it breaks.</summary>
    public static async Task<IResult> UnlessBrokenAsync(Func<Task<IResult>> action)
    {
        try
        {
            return await action();
        }
        catch (RuleBrokenException broken)
        {
            var field = Fields.GetValueOrDefault(broken.Field, new Words(broken.Field, broken.Field));
            return ProblemPages.Of(
                StatusCodes.Status400BadRequest, new Words($"{field.Vietnamese}: {broken.Vietnamese}", $"{field.English}: {broken.English}"));
        }
    }

    /// <summary>A moment of Vietnam that a form's field holds.</summary>
    /// <exception cref="RuleBrokenException">It holds none.</exception>
    public static DateTimeOffset Moment(HttpRequest request, string field) =>
        DateTime.TryParseExact(request.Form[field], ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? VietnamTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw new RuleBrokenException(field, "phải là ngày giờ.", "must be a date and a time.");

    /// <summary>A moment as a form's field wants it.</summary>
    public static string FieldOf(DateTimeOffset instant) => VietnamTime.Local(instant).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
