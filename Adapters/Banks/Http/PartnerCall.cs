using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DichVuCong.Adapters.Banks.Http;

/// <summary>Makes one call and says how it went; it throws only when the caller cancels.</summary>
internal sealed class PartnerCall(HttpClient http, TimeProvider time)
{
    // A partner may ask for patience, not for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Posts a JSON body.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="timeout">How long the whole call may take.</param>
    /// <param name="maxBytes">The most bytes of the answer.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<Exchange> PostAsync(
        Uri address, byte[] body, IEnumerable<KeyValuePair<string, string>> headers, TimeSpan timeout, int maxBytes, CancellationToken cancellationToken)
    {
        using var content = new OnceContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var clock = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var answer = await BoundedBody.ReadAsync(response.Content, maxBytes, both.Token);
            return new Exchange.Answered(
                (int)response.StatusCode,
                WaitOf(response.Headers.RetryAfter),
                response.Headers,
                response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
                answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            // The clock's time-out, or the handler's for connecting.
            return Failed(content, "timed out");
        }
        catch (HttpRequestException fault)
        {
            return Failed(content, fault.HttpRequestError.ToString());
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // .NET lets a bare SocketException through when a connection is reset the moment it stands.
            return Failed(content, "connection cut");
        }
    }

    private static Exchange Failed(OnceContent content, string reason) =>
        content.Began ? new Exchange.Lost($"{reason} after sending") : new Exchange.NotSent($"{reason} before sending");

    private TimeSpan? WaitOf(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }
}
