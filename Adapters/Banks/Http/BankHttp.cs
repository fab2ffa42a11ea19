using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace DichVuCong.Adapters.Banks.Http;

/// <summary>The HTTP client for payment partners, with the settings that make its outcomes sure.</summary>
public static class BankHttp
{
    /// <summary>The most bytes of an answer that are read, receipts apart: real ones have a few kilobytes.</summary>
    public const int MaxAnswerBytes = 256 * 1024;

    /// <summary>A handler: no proxy, cookies or redirects, since an address is what the settings say.</summary>
    /// <param name="connections">Connections to one partner.</param>
    /// <param name="clientCertificate">Our certificate, where the partner asks for mutual TLS.</param>
    public static SocketsHttpHandler CreateHandler(int connections = 32, X509Certificate2? clientCertificate = null)
    {
        var handler = new SocketsHttpHandler
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
            MaxResponseDrainSize = 64 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            ActivityHeadersPropagator = null, // Our trace ids mean nothing to a bank.
        };
        if (clientCertificate is not null) handler.SslOptions.ClientCertificates = [clientCertificate];
        return handler;
    }

    /// <summary>A client on such a handler. It has no time-out of its own: the call's is measured by the adapter's clock.</summary>
    public static HttpClient CreateClient(HttpMessageHandler handler) => new(handler)
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestVersion = HttpVersion.Version11,
    };
}
