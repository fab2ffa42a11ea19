using System.Text.Json.Serialization;
using DichVuCong.Contracts;
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
        string id, HttpRequest request, Callers callers, ObligationLookup obligations, LiveCatalogue live, CancellationToken cancellationToken)
    {
        if (AgencyCallers.Of(callers, request, out var refusal) is not { } account) return refusal;
        if (await RowOfAsync(id, account, obligations, cancellationToken) is not { } row) return NotThere();
        return Results.Json(ObligationView.Of(row, live.Current), ObligationViewJson.Readable.ObligationView);
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

/// <summary>An obligation, as the system that stated it sees it.</summary>
internal sealed record ObligationView
{
    public required string ObligationId { get; init; }

    public string? DossierCode { get; init; }

    public required AgencyView Agency { get; init; }

    public required ObligationState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required Vnd AmountVnd { get; init; }

    public required Vnd PaidVnd { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required IReadOnlyList<ObligationOrderView> Orders { get; init; }

    public static ObligationView Of(ObligationRow row, CatalogueVersion catalogue) => new()
    {
        ObligationId = ObligationMemory.OwnIdOf(row.Obligation),
        DossierCode = row.Dossier?.Value,
        Agency = new AgencyView(row.Agency.Value, catalogue.Index.Agencies.Find(row.Agency)?.Name ?? row.Agency.Value),
        State = row.State,
        Since = VietnamTime.Local(row.Since),
        AmountVnd = row.Amount,
        PaidVnd = row.Paid,
        ExpiresAt = VietnamTime.Local(row.ExpiresAt),
        Orders = [.. row.Orders.Select(order => new ObligationOrderView(order.Reference.Value, order.Amount, order.State, AccountView.Of(order.Beneficiary)))],
    };
}

/// <summary>One of its orders.</summary>
internal sealed record ObligationOrderView(string Reference, Vnd AmountVnd, OrderState State, AccountView BeneficiaryAccount);

/// <summary>How obligations are shown.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ObligationView))]
internal sealed partial class ObligationViewJson : JsonSerializerContext
{
    private static ObligationViewJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static ObligationViewJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
