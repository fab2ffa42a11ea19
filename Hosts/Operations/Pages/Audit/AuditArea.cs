using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;

namespace DichVuCong.Operations.Pages.Audit;

/// <summary>Who did what, and who looked at whose data.</summary>
internal static class AuditArea
{
    private const int PageSize = 50;

    public static PageArea Area { get; } = new(
        "/audit", new Words("Nhật ký", "Audit trail"), Permission.Audit, routes => routes.Get("/audit", Permission.Audit, ListAsync));

    private static async Task<IResult> ListAsync(
        Visit visit, AuditReader reader, AccessPolicy policy, string? who, string? action, string? target, string? from, string? to, long? before, CancellationToken cancellationToken)
    {
        if (!TryDay(from, out var first)) return Wrong("Từ ngày", "From");
        if (!TryDay(to, out var last)) return Wrong("Đến ngày", "To");
        var filter = new AuditFilter
        {
            Who = Given(who),
            Action = Given(action),
            Target = Given(target),
            From = first is { } begin ? VietnamTime.At(begin, TimeOnly.MinValue) : null,
            Until = last is { } end ? VietnamTime.At(end.AddDays(1), TimeOnly.MinValue) : null,
            Before = before,
            Agencies = policy.CodesOf(visit.Who),
        };
        // One more than a page shows: whether there is another.
        var rows = await reader.ListAsync(filter, PageSize + 1, cancellationToken);
        return Page.Of<AuditPage>(new
        {
            Model = new AuditModel(who ?? "", action ?? "", target ?? "", first, last, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Number : null),
        });
    }

    private static bool TryDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) && given < DateOnly.MaxValue && given > new DateOnly(2000, 1, 1);
        if (read) day = given;
        return read;
    }

    private static IResult Wrong(string vietnamese, string english) => ProblemPages.Of(
        StatusCodes.Status400BadRequest, new Words($"{vietnamese}: phải là một ngày (năm-tháng-ngày).", $"{english}: must be a day (year-month-day)."));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
