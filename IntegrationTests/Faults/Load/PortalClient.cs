using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace DichVuCong.Faults.Load;

/// <summary>An answer of the Gateway.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="SaysWhenToComeBack">Whether it carried Retry-After.</param>
internal sealed record GatewayAnswer(int Status, string Body, bool SaysWhenToComeBack);

/// <summary>
/// The portal as the Gateway sees it, and the agencies' systems by their own tokens. It waits ten seconds for an answer, then takes it that none
/// will come.
/// </summary>
internal sealed class PortalClient(Uri gateway) : IDisposable
{
    /// <summary>The portal's token.</summary>
    public const string Portal = "dev-portal";

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 128,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        UseProxy = false,
        UseCookies = false,
    })
    {
        BaseAddress = gateway,
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Posts; null and the reason when there was no answer.</summary>
    public async Task<(GatewayAnswer? Answer, string Outcome)> PostAsync(
        string path, string body, CancellationToken cancellationToken, string token = Portal)
    {
        using var request = Request(HttpMethod.Post, path, token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>Gets; null and the reason when there was no answer.</summary>
    public async Task<(GatewayAnswer? Answer, string Outcome)> GetAsync(string path, CancellationToken cancellationToken, string token = Portal)
    {
        using var request = Request(HttpMethod.Get, path, token);
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>The code in an answer, where there is one.</summary>
    public static string? CodeIn(GatewayAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var name = answer.Status == (int)HttpStatusCode.Conflict ? "dossier" : "code";
            return document.RootElement.TryGetProperty(name, out var code) ? code.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(HttpMethod method, string path, string token) =>
        new(method, new Uri(path, UriKind.Relative)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private async Task<(GatewayAnswer? Answer, string Outcome)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            var status = (int)response.StatusCode;
            return (new GatewayAnswer(status, body, response.Headers.RetryAfter is not null), status.ToString(CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException failure)
        {
            return (null, failure.HttpRequestError.ToString());
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            // .NET lets a bare SocketException through when a connection is reset the moment it stands.
            return (null, failure.GetType().Name);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "no answer");
        }
    }
}
