using DichVuCong.Operations.Access;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Parked;

namespace DichVuCong.Operations.Pages.Parked;

/// <summary>The pages about parked messages.</summary>
internal static class ParkedPages
{
    private const int PageSize = 100;

    public static async Task<IResult> CausesAsync(Visit visit, ParkedReader reader, CancellationToken cancellationToken) =>
        Page.Of<CausesPage>(new { Causes = await reader.CausesAsync(visit.Who, cancellationToken) });

    public static async Task<IResult> CauseAsync(Visit visit, ParkedReader reader, ApprovalDesk approvals, string cause, CancellationToken cancellationToken)
    {
        var rows = await reader.ListAsync(visit.Who, cause, onlyUnordered: false, PageSize + 1, cancellationToken);
        var progress = new List<GroupProgress>();
        foreach (var approval in await approvals.ListAsync(visit.Who, state: null, cause, before: null, 5, cancellationToken))
        {
            progress.Add(new GroupProgress(approval, await reader.ProgressAsync(approval.Id, cancellationToken)));
        }

        return rows.Count == 0 && progress.Count == 0
            ? ProblemPages.Of(StatusCodes.Status404NotFound)
            : Page.Of<CausePage>(new { Model = new CauseModel(cause, [.. rows.Take(PageSize)], rows.Count > PageSize, progress) });
    }

    public static async Task<IResult> ShowAsync(
        Visit visit, ParkedReader reader, ApprovalDesk approvals, AuditReader trail, AccessPolicy policy, Guid id, int? scope, CancellationToken cancellationToken) =>
        await MessageAsync(visit.Who, reader, approvals, trail, policy, id, scope, clearBody: null, cancellationToken);

    public static async Task<IResult> ProgressAsync(Visit visit, ParkedReader reader, ApprovalDesk approvals, Guid approval, string? target, CancellationToken cancellationToken)
    {
        // Asked with what it is about, so that who may not see that does not see how far it is.
        var known = (await approvals.ListAsync(visit.Who, state: null, target, before: null, 50, cancellationToken)).FirstOrDefault(row => row.Id == approval);
        return known is null
            ? Results.StatusCode(StatusCodes.Status404NotFound)
            : Page.Of<ProgressPart>(new { Model = new GroupProgress(known, await reader.ProgressAsync(approval, cancellationToken)) });
    }

    /// <summary>The page of one message; a message that has gone on still has a history.</summary>
    public static async Task<IResult> MessageAsync(
        Operator who, ParkedReader reader, ApprovalDesk approvals, AuditReader trail, AccessPolicy policy, Guid id, int? scope, string? clearBody,
        CancellationToken cancellationToken)
    {
        var detail = await reader.ShowAsync(who, id, scope, cancellationToken);
        var about = await approvals.ListAsync(who, state: null, id.ToString(), before: null, 20, cancellationToken);
        // Who did what with this message is for everybody who may see the message, unlike the whole trail.
        var history = await trail.ListAsync(new AuditFilter { Target = id.ToString(), Agencies = policy.CodesOf(who) }, 50, cancellationToken);
        return detail is null && history.Count == 0
            ? ProblemPages.Of(StatusCodes.Status404NotFound)
            : Page.Of<MessagePage>(new { Model = new MessageModel(id, detail, clearBody, about, history) });
    }
}
