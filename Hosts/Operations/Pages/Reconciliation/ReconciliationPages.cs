using System.Globalization;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Payments.Desk;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>The pages of reconciliation.</summary>
internal static class ReconciliationPages
{
    public static async Task<IResult> ListAsync(
        HttpRequest request, Visit visit, ReconciliationReader reader, ReconciliationDesk desk, CancellationToken cancellationToken)
    {
        // The form leads to the page of a day.
        var partner = request.Query["partner"].ToString().Trim().ToLowerInvariant() is { Length: > 0 } code ? code : null;
        if (partner is not null && desk.Settings.Find(partner) is null) return ProblemPages.Of(StatusCodes.Status404NotFound, NoPartner);
        if (request.Query["date"].ToString() is { Length: > 0 } text)
        {
            if (partner is null || !TryDay(text, out var day)) return ProblemPages.Of(StatusCodes.Status400BadRequest, NoDay);
            return Page.GoTo(AddressOf(partner, day));
        }

        return Page.Of<ReconciliationPage>(new { Model = await reader.ListAsync(visit.Who, partner, cancellationToken) });
    }

    public static async Task<IResult> DayAsync(
        string partner, string date, Visit visit, ReconciliationReader reader, CancellationToken cancellationToken)
    {
        if (!TryDay(date, out var day)) return ProblemPages.Of(StatusCodes.Status404NotFound);
        return await reader.DayAsync(visit.Who, partner, day, cancellationToken) is { } model
            ? Page.Of<ReconciledDayPage>(new { Model = model })
            : ProblemPages.Of(StatusCodes.Status404NotFound, NoPartner);
    }

    /// <summary>Asked by a page on which a run was ordered: leads to the page as it is now when the run has ended.</summary>
    public static IResult Progress(string partner, string date, HttpResponse response, RunQueue queue)
    {
        if (!TryDay(date, out var day)) return Results.NotFound();
        if (queue.Find(partner, day) is not { Outcome: null }) response.Headers["HX-Redirect"] = AddressOf(partner, day);
        return Results.NoContent();
    }

    public static async Task<IResult> RunAsync(
        HttpRequest request, Visit visit, ReconciliationDesk desk, RunQueue queue, AccessPolicy policy, TimeProvider time, CancellationToken cancellationToken)
    {
        policy.Require(visit.Who, Permission.Act, agency: null);
        var form = await request.ReadFormAsync(cancellationToken);
        if (!TryDay(form["date"], out var day)) return ProblemPages.Of(StatusCodes.Status400BadRequest, NoDay);
        if (day > Contracts.VietnamTime.DayOf(time.GetUtcNow())) return ProblemPages.Of(StatusCodes.Status400BadRequest, Future);
        if (desk.Settings.Find(form["partner"].ToString()) is not { } partner) return ProblemPages.Of(StatusCodes.Status400BadRequest, NoPartner);
        return queue.TryOrder(partner, day, Signatory.OfScreen(visit.Who))
            ? Page.GoTo(AddressOf(partner.Code, day))
            : ProblemPages.Of(StatusCodes.Status409Conflict, UnderWay);
    }

    /// <summary>Reads a day of an address.</summary>
    public static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The page of a partner's day.</summary>
    public static string AddressOf(string partner, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"/reconciliation/{Uri.EscapeDataString(partner)}/{day:yyyy-MM-dd}");

    private static readonly Words NoPartner = new("partner: không có đối tác gửi tệp đối soát nào như vậy.", "partner: no such partner sends statements.");

    private static readonly Words NoDay = new("date: phải là một ngày, ví dụ 2026-11-21, của một đối tác.", "date: must be a day, such as 2026-11-21, of a partner.");

    private static readonly Words Future = new("date: ngày này chưa đến.", "date: this day has not come.");

    private static readonly Words UnderWay = new("Ngày này đang được đối soát, hoặc có quá nhiều lần chạy đang chờ.", "This day is being reconciled, or too many runs wait.");
}
