using System.Net;

namespace DichVuCong.Adapters.VNeID.Http;

/// <summary>The HTTP client for the sources of identity, with the settings that make its outcomes sure.</summary>
public static class IdentityHttp
{
    /// <summary>The most bytes of an answer that are read: real ones have a few kilobytes.</summary>
    public const int MaxAnswerBytes = 256 * 1024;

    /// <summary>A client: no proxy, cookies or redirects, since an address is what the settings say. Its calls have time-outs of their own.</summary>
    /// <param name="connections">Connections to one source.</param>
    public static HttpClient CreateClient(int connections = 32) => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null, // Our trace ids mean nothing to them.
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version11,
    };
}
