using DichVuCong.Operations.Access;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Hosting;
using Npgsql;

namespace DichVuCong.Operations.Health;

/// <summary>Whether the screen's host lives, and whether it can show anything.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).WithMetadata(EndpointRule.Open);
        routes.MapGet("/health/ready", ReadyAsync).WithMetadata(EndpointRule.Open);
    }

    private static async Task<IResult> ReadyAsync(RuntimeDatabase database, CatalogueWatcher catalogue, CancellationToken cancellationToken)
    {
        string? waitingFor = null;
        if (!catalogue.Loaded.IsCompletedSuccessfully) waitingFor = "catalogue";
        else if (!await AnswersAsync(database, cancellationToken)) waitingFor = "database";
        return waitingFor is null
            ? Results.Text("ready")
            : Results.Text($"waiting for the {waitingFor}", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> AnswersAsync(RuntimeDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.Pooled.CreateCommand("select 1");
            command.CommandTimeout = 2;
            return await command.ExecuteScalarAsync(cancellationToken) is 1;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }
}
