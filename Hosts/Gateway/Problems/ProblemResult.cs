using System.Globalization;
using System.Text.Json;

namespace DichVuCong.Gateway.Problems;

/// <summary>Answers with a problem.</summary>
internal sealed class ProblemResult(Problem problem, TimeSpan? retryAfter = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        if (retryAfter is { } wait) response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (problem.Status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
        return JsonSerializer.SerializeAsync(response.Body, problem, ProblemJson.Readable.Problem, httpContext.RequestAborted);
    }
}
