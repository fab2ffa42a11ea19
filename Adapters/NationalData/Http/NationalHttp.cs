using System.Net;

namespace DichVuCong.Adapters.NationalData.Http;

/// <summary>The HTTP client for the national service platform, with the settings that make its outcomes sure.</summary>
public static class NationalHttp
{
    /// <summary>The most bytes of an answer that are read: real ones have some kilobytes.</summary>
    public const int MaxAnswerBytes = 1024 * 1024;

    /// <summary>A client: no proxy, cookies or redirects, since an address is what the settings say. Its calls have time-outs of their own.</summary>
    /// <param name="connections">Connections to it.</param>
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
        ActivityHeadersPropagator = null, // Our trace ids mean nothing to it.
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version11,
    };
}
