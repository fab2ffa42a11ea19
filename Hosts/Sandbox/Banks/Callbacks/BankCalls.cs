using System.Net.Sockets;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Banks.Callbacks;

/// <summary>An answer of the portal.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Body">Its body.</param>
internal sealed record PortalAnswer(int Status, byte[] Body);

/// <summary>The banks' way to the portal.</summary>
internal sealed class BankCalls(HttpClient http, CurrentSettings settings)
{
    /// <summary>Sends a request; it belongs to this from now on.</summary>
    /// <returns>The answer; null when there was none.</returns>
    /// <exception cref="OperationCanceledException">The sandbox stops.</exception>
    public async Task<PortalAnswer?> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var owned = request;
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(TimeSpan.FromSeconds(settings.Value.CallTimeoutSeconds));
        try
        {
            using var response = await http.SendAsync(request, clock.Token);
            return new PortalAnswer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(clock.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>A request with a JSON body.</summary>
    public static HttpRequestMessage Post(Uri address, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json", "utf-8");
        return request;
    }
}
