using DichVuCong.Gateway.Access;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;

namespace DichVuCong.Gateway.Health;

/// <summary>Whether the gateway lives, and whether it can take calls.</summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        RuntimeDatabase database, CatalogueWatcher catalogue, AccountWatcher accounts, Door door, CancellationToken cancellationToken)
    {
        string? waitingFor = null;
        if (!catalogue.Loaded.IsCompletedSuccessfully) waitingFor = "catalogue";
        if (!accounts.Loaded.IsCompletedSuccessfully) waitingFor = "accounts";
        if (!door.Opened.IsCompletedSuccessfully) waitingFor = "door";
        if (waitingFor is null && !await DatabaseHealth.AnswersAsync(database, cancellationToken)) waitingFor = "database";
        return waitingFor is null
            ? Results.Text("ready")
            : Results.Text($"waiting for the {waitingFor}", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
