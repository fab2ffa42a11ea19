using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;
using DichVuCong.Registries.Restoring;

namespace DichVuCong.Gateway.Restores;

/// <summary>
/// The times to which the database was restored, for the portal and the coordination system: what they filed since such a time they send
/// again. A filing that is still known is the same again; one that was lost is new.
/// </summary>
internal static class RestoreEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/v1/restores", ListAsync).WithName("Restores");

    private static async Task<IResult> ListAsync(HttpRequest request, Callers callers, RestoreList restores, CancellationToken cancellationToken)
    {
        if (callers.Of(request) is not { } account) return Refusals.Unauthorized();
        if (account.Kind == AccountKind.OneStop) return Refusals.Forbidden("Chỉ Cổng Dịch vụ công quốc gia và hệ thống điều phối được xem các lần khôi phục.");
        var rows = await restores.ListAsync(cancellationToken);
        return Results.Json(
            new RestoresView([.. rows.Select(row => new RestoreView(VietnamTime.Local(row.RestoredTo), VietnamTime.Local(row.MarkedAt)))]),
            RestoreJson.Default.RestoresView);
    }
}

/// <summary>All restores, the latest first.</summary>
internal sealed record RestoresView(IReadOnlyList<RestoreView> Restores);

/// <summary>A restore, as callers see it.</summary>
/// <param name="RestoredTo">What was taken from then on is not known any more.</param>
/// <param name="At">Since when the restored database is in use.</param>
internal sealed record RestoreView(DateTimeOffset RestoredTo, DateTimeOffset At);

/// <summary>How restores are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RestoresView))]
internal sealed partial class RestoreJson : JsonSerializerContext;
