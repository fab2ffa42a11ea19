namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>The HTTP client for the provider: one for the life of the host.</summary>
public static class SmsHttp
{
    /// <summary>Makes the client.</summary>
    /// <param name="connections">How many connections may be open at once: the line's concurrency.</param>
    public static HttpClient CreateClient(int connections) =>
        new(CreateHandler(connections), disposeHandler: true)
        {
            // Each call has its own time-out, of its line.
            Timeout = Timeout.InfiniteTimeSpan,
        };

    private static SocketsHttpHandler CreateHandler(int connections) => new()
    {
        // A redirect would carry the password to somewhere else, and so would a proxy from the environment.
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxConnectionsPerServer = connections,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // Shorter than a server's usual patience: a connection that the server closes as we write makes the outcome unknown.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        MaxResponseHeadersLength = 16,
        ActivityHeadersPropagator = null,
    };
}
