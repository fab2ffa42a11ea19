using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DichVuCong.Adapters.NationalData.Http;

/// <summary>Makes one call and says how it went; it throws only when the caller cancels.</summary>
internal sealed class NationalCall(HttpClient http, TimeProvider time, TimeSpan timeout)
{
    // It may ask for patience, not for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Posts a body under an authorization.</summary>
    public async Task<Exchange> PostAsync(Uri address, HttpContent content, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = authorization;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var clock = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var body = await ReadAsync(response.Content, both.Token);
            return new Exchange.Answered((int)response.StatusCode, WaitOf(response.Headers.RetryAfter), body);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return new Exchange.Lost("timed out");
        }
        catch (HttpRequestException fault)
        {
            return new Exchange.Lost(fault.HttpRequestError.ToString());
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            return new Exchange.Lost("connection cut");
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > NationalHttp.MaxAnswerBytes) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > NationalHttp.MaxAnswerBytes) return null;
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
