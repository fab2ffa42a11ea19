using System.Net.Http.Headers;
using System.Text.Json;
using DichVuCong.Sandbox.Hosting;

namespace DichVuCong.Sandbox.SignIn;

/// <summary>What a one-stop system does with a ticket that a browser brings: it redeems it at the Gateway, once, and knows who comes.</summary>
internal sealed class TicketDesk(SandboxOptions options, HttpClient http)
{
    /// <summary>Redeems a ticket; the words with which the person is greeted.</summary>
    public async Task<string> GreetAsync(string system, string ticket, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Gateway, "/v1/hand-overs/redeem"))
        {
            Content = JsonContent.Create(new { ticket, redemptionId = Guid.NewGuid().ToString("N") }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"dev-{system}");
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (!response.IsSuccessStatusCode) return $"Vé không được chấp nhận: {(answer.TryGetProperty("code", out var code) ? code.GetString() : "")}.";
        var person = answer.TryGetProperty("officer", out var officer) ? officer : answer.GetProperty("identity");
        return $"Xin chào {person.GetProperty("fullName").GetString()}, đã vào mà không phải đăng nhập lại.";
    }
}
