using DichVuCong.Gateway.Hosting;
using DichVuCong.Registries.Hosting;
using DichVuCong.Runtime.Doors;

namespace DichVuCong.Gateway.Problems;

/// <summary>
/// What no endpoint has foreseen: told to the caller as a problem, and logged by its kind and the places it passed, since its text may hold what
/// the caller sent.
/// </summary>
internal sealed class UnexpectedFailures(RequestDelegate next, ILogger<UnexpectedFailures> logger)
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone.
        }
        catch (BadHttpRequestException problem) when (!context.Response.HasStarted)
        {
            var result = problem.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Refusals.TooLarge(GatewayLimits.BodyBytes)
                : Refusals.Malformed("$", "Yêu cầu HTTP không hợp lệ.");
            await result.ExecuteAsync(context);
        }
        catch (Exception failure) when (failure is NotReadyException or DoorBusyException or Npgsql.NpgsqlException or TimeoutException && !context.Response.HasStarted)
        {
            await Refusals.Busy(ComeBack).ExecuteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            GatewayLog.CallFailed(logger, failure.GetType().Name, context.GetEndpoint()?.DisplayName ?? "?", failure.StackTrace ?? "");
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
