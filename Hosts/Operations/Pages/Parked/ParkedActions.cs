using System.Globalization;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Approvals;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Parked;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Operations.Pages.Parked;

/// <summary>What operators do about parked messages on the screen.</summary>
internal static class ParkedActions
{
    public static Task<IResult> RetryAsync(Visit visit, ParkedDesk desk, Guid id, HttpRequest request, CancellationToken cancellationToken) =>
        ProposedAsync($"/parked/{id}?scope={request.Form["scope"]}", () => desk.ProposeAsync(visit.Who, id, ScopeOf(request), ParkingAction.Retry, ReasonOf(request), cancellationToken));

    public static Task<IResult> DiscardAsync(Visit visit, ParkedDesk desk, Guid id, HttpRequest request, CancellationToken cancellationToken) =>
        ProposedAsync($"/parked/{id}?scope={request.Form["scope"]}", () => desk.ProposeAsync(visit.Who, id, ScopeOf(request), ParkingAction.Discard, ReasonOf(request), cancellationToken));

    public static Task<IResult> EditAsync(Visit visit, ParkedDesk desk, Guid id, HttpRequest request, CancellationToken cancellationToken) =>
        ProposedAsync(
            $"/parked/{id}?scope={request.Form["scope"]}",
            () => desk.ProposeEditAsync(visit.Who, id, ScopeOf(request), request.Form["body"].ToString(), ReasonOf(request), cancellationToken));

    public static Task<IResult> RetryGroupAsync(Visit visit, ParkedDesk desk, string cause, HttpRequest request, CancellationToken cancellationToken) =>
        ProposedAsync($"/parked/causes/{Uri.EscapeDataString(cause)}", () => desk.ProposeGroupAsync(visit.Who, cause, ReasonOf(request), cancellationToken));

    /// <summary>The page itself, with the body in clear: not an address that could be opened again without a reason.</summary>
    public static async Task<IResult> RevealAsync(
        Visit visit, ParkedDesk desk, ParkedReader reader, ApprovalDesk approvals, AuditReader trail, AccessPolicy policy, Guid id, HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            var body = await desk.RevealAsync(visit.Who, id, ScopeOf(request), ReasonOf(request), cancellationToken);
            return await ParkedPages.MessageAsync(visit.Who, reader, approvals, trail, policy, id, ScopeOf(request), body, cancellationToken);
        }
        catch (ApprovalRefusedException refused)
        {
            return ApprovalProblems.Of(refused);
        }
        catch (KeyNotFoundException)
        {
            return ProblemPages.Of(StatusCodes.Status404NotFound);
        }
    }

    private static async Task<IResult> ProposedAsync(string page, Func<Task<Guid>> propose)
    {
        try
        {
            await propose();
            return Page.GoTo(page);
        }
        catch (ApprovalRefusedException refused)
        {
            return ApprovalProblems.Of(refused);
        }
        catch (KeyNotFoundException)
        {
            return ProblemPages.Of(StatusCodes.Status404NotFound);
        }
    }

    private static string ReasonOf(HttpRequest request) => request.Form["reason"].ToString();

    private static int? ScopeOf(HttpRequest request) =>
        int.TryParse(request.Form["scope"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var scope) ? scope : null;
}
