using System.Text;
using DichVuCong.Adapters.Banks.Callbacks;

namespace DichVuCong.Gateway.Payments.Callbacks;

/// <summary>A call as the partners' forms want it: raw bytes, nothing decoded.</summary>
internal static class CallbackRequests
{
    /// <summary>The callback.</summary>
    /// <param name="request">The call.</param>
    /// <param name="body">Its body.</param>
    /// <param name="now">When it came in.</param>
    public static CallbackRequest Of(HttpRequest request, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        // The query as it stands in the request line: a value that was decoded and encoded again may not have the bytes that were signed.
        var query = request.QueryString.Value is { Length: > 1 } text ? Encoding.UTF8.GetBytes(text[1..]) : [];
        var headers = new Dictionary<string, string>(request.Headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Headers) headers[name] = value.ToString();
        return new CallbackRequest(request.Method, query, body, headers, now);
    }
}
