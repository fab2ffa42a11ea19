using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Adapters.SmsBrandname;

/// <summary>Posts JSON to a provider. It throws for nothing that the network or the provider may do.</summary>
internal sealed class JsonClient(HttpClient http, TimeProvider time)
{
    // Diacritics as they are: a text of 160 characters should not become one of 900 bytes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ProviderPost _post = new(http, time);

    /// <summary>Posts a body.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="body">The body.</param>
    /// <param name="bearer">The token of the Authorization header; null for none.</param>
    /// <param name="cancellationToken">The call's time-out.</param>
    public async Task<Exchange<JsonAnswer>> PostAsync(Uri address, JsonObject body, string? bearer, CancellationToken cancellationToken)
    {
        using var content = new TrackedContent(Encoding.UTF8.GetBytes(body.ToJsonString(Plain)), TrackedContent.Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await _post.SendAsync(request, content, JsonAnswer.TryRead, cancellationToken);
    }
}
