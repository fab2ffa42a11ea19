using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Gateway.Payments;

/// <summary>Sends a partner's own form of reply.</summary>
internal sealed class PartnerReplyResult(CallbackReply reply, TimeSpan? retryAfter = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        if (retryAfter is { } wait) response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(reply.Body, httpContext.RequestAborted);
    }
}
