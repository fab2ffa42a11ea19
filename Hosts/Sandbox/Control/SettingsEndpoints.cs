using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Control;

/// <summary>The settings over HTTP.</summary>
internal sealed class SettingsEndpoints(CurrentSettings settings)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/settings", () => Results.Json(settings.Value));
        routes.MapPost("/sandbox/settings", Change);
    }

    private IResult Change(SettingsChange change) =>
        settings.Change(change) is { Count: > 0 } errors ? ControlProblem.Invalid(errors) : Results.Json(settings.Value);
}
