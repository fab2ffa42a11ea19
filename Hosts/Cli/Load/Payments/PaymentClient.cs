using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>What a call was answered with.</summary>
/// <param name="Status">The HTTP status of the last attempt.</param>
/// <param name="Body">The body, or an empty object.</param>
internal sealed record PaymentAnswer(HttpStatusCode Status, JsonElement Body)
{
    public bool IsTaken => Status is HttpStatusCode.OK or HttpStatusCode.Created;

    /// <summary>The problem's code, for the account.</summary>
    public string Problem => $"{(int)Status} {(Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : "")}".Trim();
}

/// <summary>The agencies' systems and the portal, as they state, start and follow payments.</summary>
internal sealed class PaymentClient(Uri gateway) : IDisposable
{
    private const int MostRetries = 60;
    private const string Portal = "dev-portal";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 256,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = gateway,
        Timeout = TimeSpan.FromSeconds(90),
    };

    /// <summary>Waits until a dossier can be read: its registry follows its acceptance.</summary>
    public Task<PaymentAnswer> DossierAsync(string code, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, $"/v1/dossiers/{code}", Portal, content: null, NotFoundIsEarly, cancellationToken);

    /// <summary>States an obligation; one that is told to come back is stated again under the same id.</summary>
    public Task<PaymentAnswer> StateAsync(string token, object obligation, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/v1/obligations", token, obligation, static _ => false, cancellationToken);

    /// <summary>Starts a payment.</summary>
    public Task<PaymentAnswer> PayAsync(string reference, string partner, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Post, $"/v1/orders/{reference}/pay", Portal, new { partner, payerIp = "203.0.113.7" }, NotFoundIsEarly, cancellationToken);

    /// <summary>An order as the portal sees it.</summary>
    /// <exception cref="HttpRequestException">It cannot be read.</exception>
    public async Task<PublicOrder> OrderAsync(string reference, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, $"/v1/orders/{reference}", Portal, content: null, NotFoundIsEarly, cancellationToken);
        return answer.IsTaken ? answer.Body.Deserialize<PublicOrder>(Json)! : throw Failed($"GET /v1/orders/{reference}", answer);
    }

    /// <summary>The open differences of the agencies that a system serves.</summary>
    /// <exception cref="HttpRequestException">They cannot be read.</exception>
    public async Task<IReadOnlyList<PublicInquiry>> InquiriesAsync(string token, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, "/v1/inquiries", token, content: null, static _ => false, cancellationToken);
        return answer.IsTaken
            ? answer.Body.GetProperty("inquiries").Deserialize<IReadOnlyList<PublicInquiry>>(Json)!
            : throw Failed("GET /v1/inquiries", answer);
    }

    public void Dispose() => _http.Dispose();

    private static bool NotFoundIsEarly(PaymentAnswer answer) => answer.Status == HttpStatusCode.NotFound;

    private static HttpRequestException Failed(string call, PaymentAnswer answer) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{call}: HTTP {(int)answer.Status}"), inner: null, answer.Status);

    private async Task<PaymentAnswer> SendAsync(
        HttpMethod method, string path, string token, object? content, Func<PaymentAnswer, bool> isEarly, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                if (content is not null) request.Content = JsonContent.Create(content, options: Json);
                using var response = await _http.SendAsync(request, cancellationToken);
                var answer = new PaymentAnswer(response.StatusCode, await ReadAsync(response, cancellationToken));
                var isBusy = response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
                if ((!isBusy && !isEarly(answer)) || attempt == MostRetries) return answer;
            }
            catch (HttpRequestException) when (attempt < MostRetries)
            {
                // The same again does no harm.
            }

            await Task.Delay(RetryAfter, cancellationToken);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body.Length == 0 ? "{}"u8 : body, Json);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
