using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>The citizens before the banks' pages and codes. A bank that is down is tried again; a transfer is never typed twice.</summary>
internal sealed class Payers(Uri sandbox, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(500);
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
    })
    {
        BaseAddress = sandbox,
        Timeout = TimeSpan.FromSeconds(8),
    };

    /// <summary>Opens a page.</summary>
    /// <returns>False when the bank refuses: a link that is too old by its clock, say.</returns>
    public Task<bool> OpenAsync(Uri page, CancellationToken cancellationToken) =>
        UntilAsync(() => _http.GetAsync(page, cancellationToken), cancellationToken);

    /// <summary>Scans a code.</summary>
    public Task<bool> ScanAsync(string qr, CancellationToken cancellationToken) => UntilAsync(
        () => _http.PostAsJsonAsync(new Uri("/sandbox/payers", UriKind.Relative), new JsonObject { ["qr"] = qr }, cancellationToken),
        cancellationToken);

    /// <summary>A transfer that somebody types himself. Whether it was made when there is no answer, the bank's book tells.</summary>
    public async Task TransferAsync(string bank, AnsweredOrder order, long amount, CancellationToken cancellationToken)
    {
        var typed = new JsonObject { ["reference"] = order.Reference, ["amount"] = amount, ["account"] = order.Account };
        try
        {
            using var response = await _http.PostAsJsonAsync(new Uri($"/sandbox/banks/{bank}/payments", UriKind.Relative), typed, cancellationToken);
            if (response.StatusCode == HttpStatusCode.BadRequest)
            {
                throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellationToken));
            }
        }
        catch (Exception failure) when (IsNoAnswer(failure, cancellationToken))
        {
            // Killed or frozen, for a fault.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<bool> UntilAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var response = await send();
                if (response.IsSuccessStatusCode) return true;
                if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound) return false;
            }
            catch (Exception failure) when (IsNoAnswer(failure, cancellationToken))
            {
                // Killed, frozen or told to misbehave, for a fault.
            }

            await Task.Delay(BeforeAgain, time, cancellationToken);
        }
    }

    private static bool IsNoAnswer(Exception failure, CancellationToken cancellationToken) =>
        failure is HttpRequestException or IOException or System.Net.Sockets.SocketException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
