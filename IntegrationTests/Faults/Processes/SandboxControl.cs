using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Faults.Plan;

namespace DichVuCong.Faults.Processes;

/// <summary>The Sandbox's own doors: its settings, its faults, its ledger. It may have been killed a moment ago: what is asked of it waits.</summary>
internal sealed class SandboxControl(Uri sandbox, TimeProvider time) : IDisposable
{
    private const int Page = 10_000;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http = new(new UntilItListens(StartsWithin, time)) { BaseAddress = sandbox, Timeout = StartsWithin + TimeSpan.FromSeconds(15) };
    private readonly HttpClient _now = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = sandbox, Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>Sets its speed: agencies that work in seconds rather than days, and a few dossiers of their own counters.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var settings = new JsonObject
        {
            ["stepMilliseconds"] = new JsonArray(300, 1200),
            ["counterDossiersPerSecond"] = 0.5,
            ["fileCheckShare"] = 0.2,
            ["callTimeoutSeconds"] = 10,
            ["bankTimeScale"] = 0.02,
            ["payers"] = new JsonObject { ["pays"] = 78, ["fails"] = 8, ["leaves"] = 4, ["late"] = 0, ["twice"] = 10 },
        };
        using var response = await _http.PostAsJsonAsync(new Uri("/sandbox/settings", UriKind.Relative), settings, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>No dossiers of the systems' own counters any more: the run is over.</summary>
    public async Task CloseCountersAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(
            new Uri("/sandbox/settings", UriKind.Relative), new JsonObject { ["counterDossiersPerSecond"] = 0 }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>A party misbehaves from now on.</summary>
    public Task BreakAsync(PartnerMisdeed misdeed) => BreakAsync(_http, misdeed, FaultOf(misdeed), CancellationToken.None);

    /// <summary>A party misbehaves for a while. Nobody waits for a Sandbox that is down.</summary>
    public Task BreakForAsync(PartnerMisdeed misdeed, int seconds, CancellationToken cancellationToken)
    {
        var fault = FaultOf(misdeed);
        fault["seconds"] = seconds;
        return BreakAsync(_now, misdeed, fault, cancellationToken);
    }

    /// <summary>A party behaves again.</summary>
    public async Task MendAsync(string party)
    {
        using var response = await _http.DeleteAsync(new Uri($"/sandbox/faults/{party}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Whether it answers.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _now.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Everything a party has in its records.</summary>
    public async Task<IReadOnlyList<JsonElement>> LedgerAsync(string party, CancellationToken cancellationToken)
    {
        var rows = new List<JsonElement>();
        for (long after = 0; ;)
        {
            var page = await _http.GetFromJsonAsync<JsonElement>(new Uri($"/sandbox/ledger/{party}?after={after}&limit={Page}", UriKind.Relative), cancellationToken);
            rows.AddRange(page.EnumerateArray());
            if (page.GetArrayLength() < Page) return rows;
            after = rows[^1].GetProperty("sequence").GetInt64();
        }
    }

    private static JsonObject FaultOf(PartnerMisdeed misdeed)
    {
        var fault = new JsonObject { ["mode"] = misdeed.Mode, ["share"] = misdeed.Share };
        if (misdeed.DelayMs is { } delay) fault["delayMs"] = delay;
        return fault;
    }

    private static async Task BreakAsync(HttpClient http, PartnerMisdeed misdeed, JsonObject fault, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync(new Uri($"/sandbox/faults/{misdeed.Party}", UriKind.Relative), fault, cancellationToken);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _now.Dispose();
    }
}
