using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DichVuCong.Cli.Load.Drawing;

namespace DichVuCong.Cli.Load.Portal;

/// <summary>What a filing was answered with.</summary>
/// <param name="Status">The HTTP status of the last attempt.</param>
/// <param name="Code">The dossier's code, when it was taken.</param>
/// <param name="Problem">The first deficiency's code, or the problem's title, when it was refused.</param>
/// <param name="Retries">How often it was posted again.</param>
internal sealed record Posted(HttpStatusCode Status, string? Code, string? Problem, int Retries)
{
    public bool IsTaken => Status is HttpStatusCode.OK or HttpStatusCode.Created;

    public bool IsQueued => Status == HttpStatusCode.Accepted;
}

/// <summary>The portal and the coordination system, as the Gateway sees them.</summary>
internal sealed class PortalClient(Uri gateway) : IDisposable
{
    private const int MostRetries = 40;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);
    private static readonly AuthenticationHeaderValue Portal = new("Bearer", "dev-portal");
    private static readonly AuthenticationHeaderValue Coordination = new("Bearer", "dev-coordination");

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 256,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = gateway,
        Timeout = TimeSpan.FromSeconds(90),
    };

    /// <summary>
    /// Posts a filing until it has an answer: one that is told to come back, or loses its connection, is posted again under the same id, and
    /// has no second dossier for it.
    /// </summary>
    public async Task<Posted> PostAsync(Filing filing, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/dossiers") { Content = new ByteArrayContent(filing.Body) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                request.Headers.Authorization = filing.AtCounter ? Coordination : Portal;
                using var response = await _http.SendAsync(request, cancellationToken);
                var isBusy = response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
                if (!isBusy || attempt == MostRetries) return await ReadAsync(response, attempt, cancellationToken);
            }
            catch (HttpRequestException) when (attempt < MostRetries)
            {
                // The same id again.
            }

            await Task.Delay(RetryAfter, cancellationToken);
        }
    }

    /// <summary>The events behind a cursor, as JSON; waits for the next when there are none.</summary>
    public async Task<JsonDocument> EventsAsync(string after, int waitSeconds, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/v1/events?after={Uri.EscapeDataString(after)}&wait={waitSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)}s");
        request.Headers.Authorization = Portal;
        using var response = await _http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"GET /v1/events: HTTP {(int)response.StatusCode}", inner: null, response.StatusCode);
        return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Posted> ReadAsync(HttpResponseMessage response, int retries, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
        {
            using var answer = JsonDocument.Parse(body);
            return new Posted(response.StatusCode, answer.RootElement.GetProperty("code").GetString(), Problem: null, retries);
        }

        return new Posted(response.StatusCode, Code: null, ProblemOf(body) ?? "no problem+json", retries);
    }

    private static string? ProblemOf(byte[] body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            var root = problem.RootElement;
            if (root.TryGetProperty("deficiencies", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
            {
                return $"{list[0].GetProperty("code").GetString()} ({list[0].GetProperty("field").GetString()})";
            }

            return root.TryGetProperty("title", out var title) ? title.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
