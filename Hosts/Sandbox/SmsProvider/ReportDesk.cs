using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.SmsProvider;

/// <summary>A delivery report that a provider owes.</summary>
internal sealed record Report(HttpMethod Method, Uri Address, JsonObject? Body, int Attempt = 1);

/// <summary>Makes the providers' calls about what became of notices: five at most for each, as eSMS does.</summary>
internal sealed class ReportDesk : IDisposable
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly ILogger<ReportDesk> _log;
    private readonly Agenda<(Report Report, int Wait)> _due;
    private readonly CancellationTokenSource _stop = new();
    private long _made;

    public ReportDesk(HttpClient http, TimeProvider time, ILogger<ReportDesk> log)
    {
        (_http, _log) = (http, log);
        _due = new Agenda<(Report Report, int Wait)>(time, entry => _ = TellAsync(entry.Report, entry.Wait));
    }

    /// <summary>Reports that were acknowledged.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>Owes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="wait">Milliseconds before it, and before each repetition.</param>
    public void Add(Report report, int wait) => _due.Add((report, wait), TimeSpan.FromMilliseconds(wait));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _due.Dispose();
        _stop.Dispose();
    }

    private async Task TellAsync(Report report, int wait)
    {
        try
        {
            if (await IsAcknowledgedAsync(report)) Interlocked.Increment(ref _made);
            else if (report.Attempt < MostAttempts) Add(report with { Attempt = report.Attempt + 1 }, wait * (report.Attempt + 1));
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException && _stop.IsCancellationRequested)
        {
            // The sandbox stops: what was not told is lost, as it would be with a provider that has given up.
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            _log.LogError(defect, "A delivery report could not be made.");
        }
    }

    private async Task<bool> IsAcknowledgedAsync(Report report)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        clock.CancelAfter(Patience);
        using var request = new HttpRequestMessage(report.Method, report.Address);
        if (report.Body is { } body)
        {
            request.Content = new StringContent(body.ToJsonString());
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        try
        {
            using var response = await _http.SendAsync(request, clock.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException || (error is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            return false;
        }
    }
}
