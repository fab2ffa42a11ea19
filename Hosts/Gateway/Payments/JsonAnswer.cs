namespace DichVuCong.Gateway.Payments;

/// <summary>Sends bytes that the door stored: a repetition gets exactly what the first call got.</summary>
internal sealed class JsonAnswer(int status, byte[] body, string? location = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        if (location is not null) response.Headers.Location = location;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
