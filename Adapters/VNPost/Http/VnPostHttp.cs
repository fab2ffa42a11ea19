using System.Net;

namespace DichVuCong.Adapters.VNPost;

/// <summary>The HTTP client for VNPost, with the settings that make its outcomes sure.</summary>
public static class VnPostHttp
{
    /// <summary>The most bytes of an answer that are read: a page of 1,000 events has some 400 kB.</summary>
    public const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Makes the client: one for the life of the host.</summary>
    /// <param name="connections">How many connections may be open at once.</param>
    public static HttpClient CreateClient(int connections = 16) => new(CreateHandler(connections), disposeHandler: true)
    {
        // Each call has its own time-out, of its line.
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version11,
    };

    private static SocketsHttpHandler CreateHandler(int connections) => new()
    {
        MaxConnectionsPerServer = connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false, // A redirect would carry the token to somewhere else.
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null, // Our trace ids mean nothing to the post.
    };
}
