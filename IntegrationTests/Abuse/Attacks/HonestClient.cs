using System.Diagnostics;
using System.Net.Http.Headers;
using DichVuCong.Abuse.Tests.Endpoints;

namespace DichVuCong.Abuse.Tests.Attacks;

/// <summary>Calls as the portal and a one-stop system do, one after the other, while others misbehave; every call has to be answered as on any day.</summary>
internal sealed class HonestClient : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly List<double> _milliseconds = [];
    private readonly Task _calling;

    public HonestClient(int port)
    {
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "dev-portal");
        _calling = CallAsync();
    }

    /// <summary>What went wrong; empty when all went well.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Calls that were answered.</summary>
    public int Answered => _milliseconds.Count;

    /// <summary>The 99th percentile of the answers' times, in ms.</summary>
    public double P99 => _milliseconds.Count == 0 ? 0 : _milliseconds.Order().ElementAt((int)(_milliseconds.Count * 0.99));

    /// <summary>Stops calling and waits for the last answer.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _calling;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task CallAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        for (var number = 0; !_end.IsCancellationRequested; number++)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var response = await ((number % 3) switch
                {
                    0 => _http.PostAsync(new Uri("/v1/dossiers", UriKind.Relative), new StringContent(PortalSamples.Filing($"honest-{Guid.NewGuid():N}"))),
                    1 => _http.PostAsync(new Uri("/mapi/login", UriKind.Relative), new StringContent("""{"username":"H29","password":"dev-H29"}""")),
                    _ => _http.GetAsync(new Uri("/v1/destinations?procedure=1.000656&place=79/26740", UriKind.Relative)),
                });
                var body = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode || (number % 3 == 1 && !body.Contains("session", StringComparison.Ordinal))) Failures.Add($"{(int)response.StatusCode} {body}");
                else _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                Failures.Add($"after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s: {failure.Message}");
            }

            try
            {
                await timer.WaitForNextTickAsync(_end.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
