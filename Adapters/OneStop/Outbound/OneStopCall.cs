using System.Net.Http.Headers;
using System.Net.Sockets;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>Makes one call and says how it went; it throws only when the caller cancels.</summary>
internal sealed class OneStopCall(HttpClient http, TimeProvider time)
{
    // A partner may ask for patience, not for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Posts a body to one of the system's paths.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<CallResult> PostAsync(
        OneStopSystem system, Uri baseUrl, string path, byte[] body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var content = new OnceContent(body);
        using var request = OneStopAddress.RequestTo(system, baseUrl, path, content);
        using var clock = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return await ReadAsync(response, both.Token);
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

    private static CallResult Failed(OnceContent content, string reason) =>
        content.Began ? new CallResult.Lost($"{reason} after sending") : new CallResult.NotSent($"{reason} before sending");

    private async Task<CallResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await BoundedBody.ReadAsync(response.Content, OneStopHttp.MaxReplyBytes, cancellationToken);
        return new CallResult.Answered(status, WaitOf(response.Headers.RetryAfter), body is null ? null : ReplyEnvelope.Read(body.Value).Value, body ?? default);
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }
}
