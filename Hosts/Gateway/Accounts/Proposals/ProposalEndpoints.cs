using DichVuCong.Gateway.Accounts.Contract;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Accounts.Desk;

namespace DichVuCong.Gateway.Accounts.Proposals;

/// <summary>What one-stop systems change on their side (A12.5), and what administrators say to it.</summary>
internal static class ProposalEndpoints
{
    private const int MostProposals = 500;

    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/account-proposals", TakeAsync).WithName("ProposeAccountChange")
            .OfAccounts("Đề xuất của hệ thống một cửa: tạo, đổi nhóm, khóa, đổi thông tin (Điều 12.5).").Takes<ProposalBody, ProposalView>(StatusCodes.Status202Accepted);
        app.MapGet("/v1/account-proposals", ListAsync).WithName("AccountProposals").OfAccounts("Các đề xuất đang chờ quyết định.").Produces<ProposalList>();
        app.MapGet("/v1/account-proposals/{system}/{changeId}", FindAsync).WithName("AccountProposal").OfAccounts("Một đề xuất và quyết định về nó.")
            .Produces<ProposalView>().Refuses(StatusCodes.Status404NotFound);
        app.MapPost("/v1/account-proposals/{system}/{changeId}/decision", DecideAsync).WithName("DecideAccountProposal")
            .OfAccounts("Quản trị của đơn vị chấp nhận hoặc từ chối.").Takes<DecisionBody, ProposalView>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> TakeAsync(
        HttpRequest request, AccountCallers callers, JsonBody bodies, ProposalDesk desk, CancellationToken cancellationToken)
    {
        if (callers.OneStop(request, out var refusal) is not { } caller) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ProposalJson.Default.ProposalBody);
        return body is null ? unreadable! : await desk.TakeAsync(caller, body, cancellationToken);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, AccountCallers callers, AccountProposals proposals, CancellationToken cancellationToken)
    {
        if (callers.Sides(request, out var refusal) is not { } caller) return refusal;
        var open = await proposals.OpenAsync(caller.System, MostProposals, cancellationToken);
        return Results.Json(new ProposalList([.. open.Select(ProposalView.Of)]), ProposalJson.Readable.ProposalList);
    }

    private static async Task<IResult> FindAsync(
        string system, string changeId, HttpRequest request, AccountCallers callers, AccountProposals proposals, CancellationToken cancellationToken)
    {
        if (callers.Sides(request, out var refusal) is not { } caller) return refusal;
        return (caller.System is null || caller.System == system) && ProposalReader.IsId(system) && ProposalReader.IsId(changeId) && await proposals.FindAsync(system, changeId, cancellationToken) is { } row
            ? Results.Json(ProposalView.Of(row), ProposalJson.Readable.ProposalView)
            : Refusals.NotFound("Không có đề xuất nào mang mã này.");
    }

    private static async Task<IResult> DecideAsync(
        string system, string changeId, HttpRequest request, AccountCallers callers, JsonBody bodies, DecisionDesk desk, CancellationToken cancellationToken)
    {
        if (callers.Coordination(request, out var refusal) is null) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ProposalJson.Default.DecisionBody);
        return body is null ? unreadable! : await desk.DecideAsync(system, changeId, body, cancellationToken);
    }
}
