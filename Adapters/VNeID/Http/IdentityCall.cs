using System.Net.Http.Headers;
using System.Net.Sockets;

namespace DichVuCong.Adapters.VNeID.Http;

/// <summary>Makes one call and says how it went; it throws only when the caller cancels.</summary>
internal sealed class IdentityCall(HttpClient http, TimeProvider time, TimeSpan timeout)
{
    // A source may ask for patience, not for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Posts a form.</summary>
    public Task<Exchange> PostAsync(Uri address, IReadOnlyList<KeyValuePair<string, string>> form, string? bearer, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, address, form, bearer, cancellationToken);

    /// <summary>Asks with a token.</summary>
    public Task<Exchange> GetAsync(Uri address, string bearer, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, address, form: null, bearer, cancellationToken);

    private async Task<Exchange> SendAsync(
        HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? form, string? bearer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
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
            // The clock's time-out, or the handler's for connecting.
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
        if (content.Headers.ContentLength > IdentityHttp.MaxAnswerBytes) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new MemoryStream();
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > IdentityHttp.MaxAnswerBytes) return null;
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
