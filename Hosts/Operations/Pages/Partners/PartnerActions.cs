using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Partners;

namespace DichVuCong.Operations.Pages.Partners;

/// <summary>What operators do about partners on the screen.</summary>
internal static class PartnerActions
{
    public static Task<IResult> PauseAsync(Visit visit, PartnerDesk desk, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        DoneAsync(partner, () => desk.PauseAsync(visit.Who, partner, request.Form["reason"], cancellationToken));

    public static Task<IResult> ResumeAsync(Visit visit, PartnerDesk desk, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        DoneAsync(partner, () => desk.ResumeAsync(visit.Who, partner, request.Form["reason"], cancellationToken));

    public static Task<IResult> NameContactAsync(Visit visit, ContactDesk desk, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        DoneAsync(partner, () => desk.NameAsync(
            visit.Who, partner, request.Form["kind"].ToString(), request.Form["name"], request.Form["phone"], request.Form["email"], request.Form["reason"], cancellationToken));

    /// <summary>The page itself, with the contacts in clear: not an address that could be opened again without a reason.</summary>
    public static Task<IResult> RevealAsync(
        Visit visit, ContactDesk desk, PartnerBoard board, MaintenanceDesk maintenance, AgencyTree agencies, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        RuleProblems.UnlessBrokenAsync(async () => await PartnerPages.PageOfAsync(
            visit, board, maintenance, agencies, await desk.RevealAsync(visit.Who, partner, request.Form["reason"], cancellationToken), areClear: true, partner, cancellationToken));

    public static Task<IResult> SaveWindowAsync(Visit visit, MaintenanceDesk desk, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        DoneAsync(partner, async () =>
        {
            var order = new MaintenanceOrder(partner, RuleProblems.Moment(request, "from"), RuleProblems.Moment(request, "to"), request.Form["announcement"].ToString());
            DateTimeOffset? replaced = string.IsNullOrEmpty(request.Form["replaced"]) ? null : RuleProblems.Moment(request, "replaced");
            await desk.SaveAsync(visit.Who, order, replaced, request.Form["reason"], cancellationToken);
        });

    public static Task<IResult> CancelWindowAsync(Visit visit, MaintenanceDesk desk, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        DoneAsync(partner, () => desk.RemoveAsync(visit.Who, partner, RuleProblems.Moment(request, "from"), request.Form["reason"], cancellationToken));

    public static Task<IResult> AnnounceWindowAsync(Visit visit, MaintenanceDesk desk, string partner, HttpRequest request, CancellationToken cancellationToken) =>
        DoneAsync(partner, () => desk.AnnounceAsync(
            visit.Who, partner, RuleProblems.Moment(request, "from"), request.Form["channel"], request.Form["reason"], cancellationToken));

    private static Task<IResult> DoneAsync(string partner, Func<Task> action) => RuleProblems.UnlessBrokenAsync(async () =>
    {
        await action();
        return Page.GoTo($"/partners/{Uri.EscapeDataString(partner)}");
    });
}
