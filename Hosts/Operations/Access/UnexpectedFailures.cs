using DichVuCong.Operations.Hosting;
using DichVuCong.Operations.Pages.Shared;
using DichVuCong.Registries.Hosting;
using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Operations.Access;

/// <summary>Makes a page of what went wrong. The log gets the kind and the place, never a message, which may hold personal data.</summary>
internal sealed class UnexpectedFailures(RequestDelegate next, ILogger<UnexpectedFailures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await ProblemPages.Of(bad.StatusCode).ExecuteAsync(context);
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            // A form with more fields, or longer ones, than a page of ours has.
            await ProblemPages.Of(StatusCodes.Status400BadRequest).ExecuteAsync(context);
        }
        catch (AccessRefusedException) when (!context.Response.HasStarted)
        {
            await ProblemPages.Of(StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }
        catch (NotReadyException) when (!context.Response.HasStarted)
        {
            await ProblemPages.Of(StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            OperationsLog.PageFailed(logger, failure.GetType().Name, context.Request.Path, Environment.NewLine + failure.StackTrace);
            await ProblemPages.Of(StatusCodes.Status500InternalServerError).ExecuteAsync(context);
        }
    }
}
