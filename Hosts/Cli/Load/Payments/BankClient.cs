using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace DichVuCong.Cli.Load.Payments;

/// <summary>The Sandbox's own doors to its banks, payers and ministries.</summary>
internal sealed class BankClient(Uri sandbox) : IDisposable
{
    private const int Page = 10_000;
    private const int MostTries = 240;
    private const string Ministry = "DOITAC1";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(250);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 256 })
    {
        BaseAddress = sandbox,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>The settings as they stand, of payers and of the banks' waits.</summary>
    public async Task<JsonElement> SettingsAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonElement>(new Uri("/sandbox/settings", UriKind.Relative), cancellationToken);

    /// <summary>Changes settings.</summary>
    public Task SetAsync(object settings, CancellationToken cancellationToken) => PostAsync("/sandbox/settings", settings, cancellationToken);

    /// <summary>Puts faults in force at a bank; none of them ends what it had.</summary>
    public async Task FaultsAsync(string bank, IReadOnlyList<object> faults, CancellationToken cancellationToken)
    {
        var address = new Uri($"/sandbox/faults/bank:{bank}", UriKind.Relative);
        using var response = faults.Count == 0
            ? await _http.DeleteAsync(address, cancellationToken)
            : await _http.PutAsJsonAsync(address, faults, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The ways of misbehaving that banks know.</summary>
    public async Task<IReadOnlyList<string>> ModesAsync(CancellationToken cancellationToken)
    {
        var modes = await _http.GetFromJsonAsync<List<JsonElement>>(new Uri("/sandbox/fault-modes", UriKind.Relative), cancellationToken);
        return [.. modes!.Where(mode => mode.GetProperty("isOfBanks").GetBoolean()).Select(mode => mode.GetProperty("name").GetString()!)];
    }

    /// <summary>How often the faults in force at a bank have struck.</summary>
    public async Task<IReadOnlyList<(string Mode, long Times)>> StruckAsync(string bank, CancellationToken cancellationToken)
    {
        var faults = await _http.GetFromJsonAsync<List<JsonElement>>(new Uri($"/sandbox/faults/bank:{bank}", UriKind.Relative), cancellationToken);
        return [.. faults!.Select(fault => (fault.GetProperty("mode").GetString()!, fault.GetProperty("applied").GetInt64()))];
    }

    /// <summary>A payer opens a link; a page that does not come is opened again, as people do.</summary>
    public async Task OpenAsync(Uri link, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await _http.GetAsync(link, cancellationToken);
                // Whatever else a page says is its answer.
                if ((int)response.StatusCode < 500 && response.StatusCode != System.Net.HttpStatusCode.TooManyRequests) return;
                if (attempt == MostTries) return;
            }
            catch (HttpRequestException) when (attempt < MostTries)
            {
                // Opened again.
            }

            await Task.Delay(RetryAfter, cancellationToken);
        }
    }

    /// <summary>A payer scans a code.</summary>
    public Task ScanAsync(string qr, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        PostAsync("/sandbox/payers", new { qr, expiresAt }, cancellationToken);

    /// <summary>Somebody types a transfer by himself.</summary>
    public Task TransferAsync(string bank, string reference, long amount, string account, CancellationToken cancellationToken) =>
        PostAsync($"/sandbox/banks/{bank}/payments", new { reference, amount, account }, cancellationToken);

    /// <summary>A ministry's system states what is to be paid by INIT of the payment platform.</summary>
    /// <returns>The order's reference; null when the platform refused, or did not answer.</returns>
    public async Task<string?> InitAsync(object init, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync($"/sandbox/ministries/{Ministry}/init", init, Json, cancellationToken);
        if (!response.IsSuccessStatusCode) return null;
        var sent = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        if (sent.GetProperty("status").GetInt32() != 200) return null;
        using var answer = JsonDocument.Parse(sent.GetProperty("answer").GetString()!);
        return answer.RootElement.TryGetProperty("UrlThanhToan", out var url) && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var page)
            ? page.Segments[^1].Trim('/')
            : null;
    }

    /// <summary>What the ministry's system was told, by MaThamChieu.</summary>
    public async Task<Dictionary<string, MinistryPayment>> MinistryAsync(CancellationToken cancellationToken)
    {
        var payments = await _http.GetFromJsonAsync<List<MinistryPayment>>(
            new Uri($"/sandbox/ministries/{Ministry}/payments", UriKind.Relative), Json, cancellationToken);
        return payments!.ToDictionary(payment => payment.Reference, StringComparer.Ordinal);
    }

    /// <summary>The books of a bank, from a sequence on.</summary>
    public async Task<List<BankOrder>> OrdersAsync(string bank, long after, CancellationToken cancellationToken)
    {
        var all = new List<BankOrder>();
        while (true)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"/sandbox/ledger/payments/{bank}?after={after}&limit={Page}");
            var page = await _http.GetFromJsonAsync<List<BankOrder>>(new Uri(address, UriKind.Relative), Json, cancellationToken);
            all.AddRange(page!);
            if (page!.Count < Page) return all;
            after = page[^1].Sequence;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(path, body, Json, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
