using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Filing;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>Stating what is to be paid, looking at it and taking it back: for agencies' systems (A25.2).</summary>
internal static class ObligationEndpoints
{
    private const int LongestReason = 500;

    public static void Map(WebApplication app)
    {
        app.MapPost("/v1/obligations", StateAsync).WithName("StateObligation");
        app.MapGet("/v1/obligations/{id}", FindAsync).WithName("Obligation");
        app.MapPost("/v1/obligations/{id}/cancel", CancelAsync).WithName("CancelObligation");
    }

    private static async Task<IResult> StateAsync(
        HttpRequest request, Callers callers, JsonBody bodies, ObligationDesk desk, CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ObligationJson.Default.ObligationRequest);
        return body is null ? unreadable! : await desk.StateAsync(account, body, cancellationToken);
    }

    private static async Task<IResult> FindAsync(
        string id, HttpRequest request, Callers callers, ObligationLookup obligations, OrderLookup orders, LiveCatalogue live,
        CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        if (await RowOfAsync(id, account, obligations, cancellationToken) is not { } row) return NotThere();
        return Results.Json(await ObligationView.ReadAsync(row, orders, live.Current, cancellationToken), ObligationViewJson.Readable.ObligationView);
    }

    private static async Task<IResult> CancelAsync(
        string id, HttpRequest request, Callers callers, JsonBody bodies, ObligationLookup obligations, Door door, LiveCatalogue live,
        CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        var (body, unreadable) = await bodies.ReadAsync(request.HttpContext, ObligationJson.Default.CancellationRequest);
        if (body is null) return unreadable!;
        var reason = body.Reason?.Trim();
        if (reason is not { Length: > 0 and <= LongestReason } || reason.Any(char.IsControl) || reason.Any(char.IsSurrogate))
        {
            return Refusals.Malformed("reason", $"Cần lý do hủy, từ 1 đến {LongestReason} ký tự, không nêu dữ liệu cá nhân.");
        }

        if (await RowOfAsync(id, account, obligations, cancellationToken) is not { } row) return NotThere();
        // The saga recognises a repetition. What was paid stays paid, and what is paid later goes back: there is nothing to refuse here.
        await door.AcceptAsync(
            new DoorCall { Messages = [new DoorMessage(new CancelObligation(row.Obligation, reason, account.Name), PaymentFlow.Shared)] }, cancellationToken);
        return Results.Json(
            ObligationView.Of(row, live.Current), ObligationViewJson.Readable.ObligationView, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>What belongs to another system is not there.</summary>
    private static async Task<ObligationRow?> RowOfAsync(string id, Account account, ObligationLookup obligations, CancellationToken cancellationToken) =>
        ObligationForm.IsId(id) && ObligationId.TryParse($"{account.System}/{id}", out var obligation)
            ? await obligations.FindAsync(obligation, cancellationToken)
            : null;

    private static IResult NotThere() => Refusals.NotFound("Không có nghĩa vụ nào mang mã này.");
}
