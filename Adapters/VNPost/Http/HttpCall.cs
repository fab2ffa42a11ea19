using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DichVuCong.Adapters.VNPost.Http;

/// <summary>Makes one call and says how it went; it throws only when the caller cancels.</summary>
internal sealed class HttpCall(HttpClient http, TimeProvider time)
{
    // A partner may ask for patience, not for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Posts a body, or gets when there is none.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<Exchange> SendAsync(
        Uri address, OnceContent? content, (string Name, string Value) header, CancellationToken timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return new Exchange.Answered((int)response.StatusCode, WaitOf(response.Headers.RetryAfter), await BodyOf(response.Content, both.Token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return Failed(content, "timed out", mayHaveArrived: true);
        }
        catch (HttpRequestException fault)
        {
            var isBefore = fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return Failed(content, fault.HttpRequestError.ToString(), !isBefore);
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // .NET lets a bare SocketException through when a connection is reset the moment it stands.
            return Failed(content, "connection cut", mayHaveArrived: true);
        }
    }

    private static Exchange Failed(OnceContent? content, string reason, bool mayHaveArrived) =>
        (content?.Began ?? mayHaveArrived) ? new Exchange.Lost($"{reason} after sending") : new Exchange.NotSent($"{reason} before sending");

    /// <summary>The body; null when it is larger than the bound.</summary>
    private static async Task<byte[]?> BodyOf(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > VnPostHttp.MaxAnswerBytes) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > VnPostHttp.MaxAnswerBytes) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }
}
