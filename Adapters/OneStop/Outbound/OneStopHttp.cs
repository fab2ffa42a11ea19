using System.Net;

namespace DichVuCong.Adapters.OneStop.Outbound;

/// <summary>The HTTP client of the adapter, with the settings that make its outcomes sure.</summary>
public static class OneStopHttp
{
    /// <summary>The most bytes of a reply that are read: real ones have a few hundred.</summary>
    public const int MaxReplyBytes = 1024 * 1024;

    /// <summary>
    /// A handler for calls to one-stop systems: no proxy, cookies or redirects (an address is what the settings say), connections given up
    /// after two minutes so that a changed DNS entry is seen, and bounded in number for each system.
    /// </summary>
    /// <param name="connectionsPerSystem">Connections to one system; the line's concurrency bounds the calls, this the sockets.</param>
    public static SocketsHttpHandler CreateHandler(int connectionsPerSystem = 64) => new()
    {
        MaxConnectionsPerServer = connectionsPerSystem,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        ActivityHeadersPropagator = null, // Our trace ids mean nothing to an agency.
    };

    /// <summary>A client on such a handler. It has no time-out of its own: the call's is measured by the adapter's clock.</summary>
    public static HttpClient CreateClient(HttpMessageHandler handler) => new(handler)
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version11,
    };
}
