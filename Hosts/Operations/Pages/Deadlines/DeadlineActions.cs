using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Approvals;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Deadlines;

namespace DichVuCong.Operations.Pages.Deadlines;

/// <summary>What operators do about clocks on the screen.</summary>
internal static class DeadlineActions
{
    public static Task<IResult> MoveAsync(Visit visit, ClockDesk desk, long saga, string clock, HttpRequest request, CancellationToken cancellationToken) => ProposedAsync(
        $"/deadlines/{saga}/{Uri.EscapeDataString(clock)}",
        () => desk.ProposeMoveAsync(visit.Who, saga, clock, RuleProblems.Moment(request, "due"), request.Form["reason"], cancellationToken));

    public static Task<IResult> CancelAsync(Visit visit, ClockDesk desk, long saga, string clock, HttpRequest request, CancellationToken cancellationToken) => ProposedAsync(
        $"/deadlines/{saga}/{Uri.EscapeDataString(clock)}", () => desk.ProposeCancelAsync(visit.Who, saga, clock, request.Form["reason"], cancellationToken));

    /// <summary>Proposes, and leads to the page, or says what is refused.</summary>
    public static Task<IResult> ProposedAsync(string page, Func<Task<Guid>> propose) => RuleProblems.UnlessBrokenAsync(async () =>
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
    });
}
