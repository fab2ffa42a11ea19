using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DichVuCong.Abuse.Tests.Flood;

/// <summary>Follows the events as the portal does, and notes when a dossier's decision can be read.</summary>
internal sealed class DecisionWatch : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, long> _decided = new(StringComparer.Ordinal);
    private readonly Task _following;

    public DecisionWatch(int port)
    {
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(90) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-portal");
        _following = FollowAsync();
    }

    /// <summary>When a dossier's first event was read; null when none was yet.</summary>
    public long? DecidedAt(string code) => _decided.TryGetValue(code, out var at) ? at : null;

    /// <summary>Forgets what came before.</summary>
    public void Forget() => _decided.Clear();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _following;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task FollowAsync()
    {
        var after = "latest";
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var events = JsonDocument.Parse(await _http.GetByteArrayAsync(new Uri($"/v1/events?after={after}&wait=20s&limit=1000", UriKind.Relative), _end.Token));
                var now = Stopwatch.GetTimestamp();
                foreach (var item in events.RootElement.GetProperty("events").EnumerateArray()) _decided.TryAdd(item.GetProperty("dossier").GetString()!, now);
                after = events.RootElement.GetProperty("next").GetString();
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (HttpRequestException)
            {
                // Asked again with the same cursor: nothing is missed.
                continue;
            }
        }
    }
}
