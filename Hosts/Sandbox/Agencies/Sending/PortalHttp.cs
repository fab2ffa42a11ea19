using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>The systems' way to the portal: one client for all of them, connections kept.</summary>
internal sealed class PortalHttp(HttpClient http, CurrentSettings settings, SendCounts counts)
{
    private const int MostConnections = 256;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly MediaTypeWithQualityHeaderValue Accepted = new("application/json");

    /// <summary>The client.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = MostConnections,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Posts a body.</summary>
    /// <returns>The answer; null when there was none, or none of the contract.</returns>
    public async Task<ReplyEnvelope?> PostAsync(Uri address, string? dstCode, string? authorization, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Accept.Add(Accepted);
        request.Headers.TryAddWithoutValidation("Charset", "utf-8");
        if (dstCode is not null) request.Headers.TryAddWithoutValidation("dstcode", dstCode);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(TimeSpan.FromSeconds(settings.Value.CallTimeoutSeconds));
        counts.Count(SendEvent.Call);
        try
        {
            using var response = await http.SendAsync(request, clock.Token);
            if (response.StatusCode != HttpStatusCode.OK) counts.Count(SendEvent.OtherStatus);
            return ReplyEnvelope.Read(await response.Content.ReadAsByteArrayAsync(clock.Token)).Value;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            counts.Count(SendEvent.NoAnswer);
            return null;
        }
    }
}
