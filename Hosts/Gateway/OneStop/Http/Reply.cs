namespace DichVuCong.Gateway.OneStop.Http;

/// <summary>What goes back over HTTP. Business answers are 200, refusals included: clients look into the body only then (1.3).</summary>
/// <param name="Body">The envelope.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ComeAgain">Whether nothing was done for want of time.</param>
internal readonly record struct Reply(byte[] Body, int Status = StatusCodes.Status200OK, bool ComeAgain = false)
{
    private const string RetryAfterSeconds = "2";

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        if (ComeAgain) response.Headers.RetryAfter = RetryAfterSeconds;
        await response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
