using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Hosting;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Gateway.Payments.Orders;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Payments;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Gateway.Dossiers;

/// <summary>Where a dossier stands, for anyone who has its code (A16.4): state, dates and agency, nothing about persons.</summary>
internal static class StatusEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/v1/dossiers/{code}", FindAsync).WithName("Dossier");

    private static async Task<IResult> FindAsync(
        string code, HttpRequest request, Callers callers, AnonymousQuota quota, DossierLookup dossiers, DossierContents contents,
        ObligationLookup obligations, OrderLookup orders, OrderAccess access, LiveCatalogue catalogue, CancellationToken cancellationToken)
    {
        var caller = callers.Of(request);
        if (caller is null && !quota.TryTake(request.HttpContext, out var retryAfter)) return Refusals.TooMany(retryAfter);
        if (!DossierCode.TryParse(code, out var dossier)) return Refusals.Malformed("code", "Mã hồ sơ có dạng <mã cơ quan>-<yyMMdd>-<số>, ví dụ H29-261121-5000001.");
        if (await dossiers.FindAsync(dossier, cancellationToken) is not { } row) return Refusals.NotFound("Không có hồ sơ nào mang mã này.");
        var view = DossierView.Of(row, catalogue.Current);
        if (caller?.Kind == AccountKind.Portal && await contents.FindAsync(dossier, 0, cancellationToken) is { } content)
        {
            // The portal puts receipts and states into the account of whoever applied, also where the dossier came in at a counter (A16.2, A33.4).
            view = view with { PortalAccountId = content.Applicant.PortalAccountId };
        }

        if (caller is not null)
        {
            var payments = await DossierPayments.FindAsync(dossier, caller, obligations, orders, access, catalogue.Current, cancellationToken);
            if (payments.Count > 0) view = view with { Payments = payments };
        }

        return Results.Json(view, DossierViewJson.Readable.DossierView);
    }
}

/// <summary>A dossier as anyone may see it.</summary>
internal sealed record DossierView
{
    public required string Code { get; init; }

    public required ProcedureView Procedure { get; init; }

    public required int State { get; init; }

    public required string StateName { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    public AgencyView? Agency { get; init; }

    public required FilingChannel Channel { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public required bool DeadlineSuspended { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public required bool Overdue { get; init; }

    public required bool Final { get; init; }

    public required int ReceiptVersion { get; init; }

    /// <summary>For the portal only: an opaque id of its own.</summary>
    public string? PortalAccountId { get; init; }

    /// <summary>What it costs and what of it is paid; for callers who may see the orders.</summary>
    public IReadOnlyList<ObligationView>? Payments { get; init; }

    public static DossierView Of(DossierRow row, CatalogueVersion catalogue) => new()
    {
        Code = row.Code.Value,
        Procedure = new ProcedureView(row.Procedure.Value, catalogue.Index.FindProcedure(row.Procedure)?.Name),
        State = (int)row.State,
        StateName = DossierStateNames.Of(row.State),
        StateSince = VietnamTime.Local(row.StateSince),
        Agency = row.Agency is { } agency ? new AgencyView(agency.Value, catalogue.Index.Agencies.Find(agency)?.Name ?? agency.Value) : null,
        Channel = row.Channel,
        FiledAt = VietnamTime.Local(row.FiledAt),
        AcceptedAt = Local(row.AcceptedAt),
        Deadline = Local(row.Deadline),
        DeadlineSuspended = row.DeadlineSuspended,
        FinishedAt = Local(row.FinishedAt),
        Overdue = row.Alarms.HasFlag(DossierAlarms.Overdue),
        Final = StateGraph.IsFinal(row.State),
        ReceiptVersion = row.ReceiptVersion,
    };

    private static DateTimeOffset? Local(DateTimeOffset? instant) => instant is { } at ? VietnamTime.Local(at) : null;
}

/// <summary>A procedure as callers see it.</summary>
internal sealed record ProcedureView(string Code, string? Name);

/// <summary>How dossiers are shown.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DossierView))]
internal sealed partial class DossierViewJson : JsonSerializerContext
{
    private static DossierViewJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static DossierViewJson Readable => _readable ??= new(ReadableJson.Of(Default));
}
