using System.Globalization;
using DichVuCong.Operations.Access;
using DichVuCong.Operations.Language;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Approvals;

namespace DichVuCong.Operations.Pages.Approvals;

/// <summary>What waits for a second person.</summary>
internal static class ApprovalsArea
{
    private const int PageSize = 50;

    public static PageArea Area { get; } = new("/approvals", new Words("Duyệt", "Approvals"), Permission.Look, Map);

    private static void Map(PageRoutes routes)
    {
        routes.Get("/approvals", Permission.Look, ListAsync);
        routes.Post("/approvals/{id:guid}/approve", Permission.Approve, ApproveAsync);
        routes.Post("/approvals/{id:guid}/reject", Permission.Approve, RejectAsync);
    }

    private static async Task<IResult> ListAsync(Visit visit, ApprovalDesk desk, string? state, string? before, CancellationToken cancellationToken)
    {
        ApprovalState? wanted = null;
        if (state is { Length: > 0 })
        {
            if (!Enum.TryParse<ApprovalState>(state, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            {
                return ProblemPages.Of(StatusCodes.Status400BadRequest, new Words("state: không có trạng thái này.", "state: there is no such state."));
            }

            wanted = known;
        }

        DateTimeOffset? earlier = null;
        if (before is { Length: > 0 })
        {
            if (!DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            {
                return ProblemPages.Of(StatusCodes.Status400BadRequest, new Words("before: phải là một thời điểm.", "before: must be a time."));
            }

            earlier = at;
        }

        var open = earlier is null && wanted is null ? await desk.ListAsync(visit.Who, ApprovalState.Open, target: null, before: null, 500, cancellationToken) : [];
        var rows = await desk.ListAsync(visit.Who, wanted, target: null, earlier, PageSize + 1, cancellationToken);
        return Page.Of<ApprovalsPage>(new
        {
            Model = new ApprovalsModel(
                wanted, open, [.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].ProposedAt : null,
                desk.Kinds.ToDictionary(kind => kind.Key, kind => new Words(kind.Value.Vietnamese, kind.Value.English)),
                open.Concat(rows).DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => desk.Kinds.GetValueOrDefault(row.Kind)?.PageOf(row.Target))),
        });
    }

    private static Task<IResult> ApproveAsync(Visit visit, ApprovalDesk desk, Guid id, HttpRequest request, CancellationToken cancellationToken) =>
        DecideAsync(() => desk.ApproveAsync(visit.Who, id, request.Form["reason"].ToString(), cancellationToken));

    private static Task<IResult> RejectAsync(Visit visit, ApprovalDesk desk, Guid id, HttpRequest request, CancellationToken cancellationToken) =>
        DecideAsync(() => desk.RejectAsync(visit.Who, id, request.Form["reason"].ToString(), cancellationToken));

    private static async Task<IResult> DecideAsync(Func<Task<Approval>> decide)
    {
        try
        {
            await decide();
            return Page.GoTo("/approvals");
        }
        catch (ApprovalRefusedException refused)
        {
            return ApprovalProblems.Of(refused);
        }
    }
}
