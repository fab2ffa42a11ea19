using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Makes one call and says how far it came. It throws for nothing that the network or a provider may do.</summary>
internal sealed class ProviderPost(HttpClient http, TimeProvider time)
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request, with <paramref name="content"/>.</param>
    /// <param name="content">Its body, which knows whether it left.</param>
    /// <param name="read">Reads the answer; null when the body is none.</param>
    /// <param name="cancellationToken">The call's time-out.</param>
    public async Task<Exchange<T>> SendAsync<T>(
        HttpRequestMessage request, TrackedContent content, Func<ArraySegment<byte>, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answer = await BoundedBody.ReadAsync(response.Content, read, cancellationToken);
            return new Exchange<T>(ExchangePhase.Answered, response.StatusCode, answer, RetryAfter(response.Headers.RetryAfter));
        }
        catch (HttpRequestException error)
        {
            return Failed<T>(content, error.HttpRequestError.ToString());
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // .NET lets a bare SocketException through when a connection is reset the moment it stands.
            return Failed<T>(content, "the connection was cut");
        }
        catch (OperationCanceledException)
        {
            return Failed<T>(content, "time-out or shutdown");
        }
    }

    private static Exchange<T> Failed<T>(TrackedContent content, string cause)
        where T : class =>
        new(content.IsWritten ? ExchangePhase.Sent : ExchangePhase.NotSent, Cause: cause);

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        if (wait is not { } asked) return null;
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestRetryAfter ? LongestRetryAfter : asked;
    }
}
