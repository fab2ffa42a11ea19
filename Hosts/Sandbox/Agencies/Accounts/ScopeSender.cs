using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Sandbox.Agencies.Sending;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Hosting;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Accounts;

/// <summary>
/// Tells the portal what administrators of the systems said (<c>POST /v1/scope-changes</c>), as well or as badly as the faults of the system's
/// own calls have it: twice, in the wrong order, or never - then only a comparison finds it.
/// </summary>
internal sealed class ScopeSender(
    OfficerBooks books, SystemDirectory systems, FaultBook faults, PortalHttp portal, HttpClient http, CurrentSettings settings, SandboxOptions options, TimeProvider time)
    : BackgroundService
{
    private const int MostChanges = 100;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, SessionKeeper> _sessions = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var session in _sessions.Values) session.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (code, book) in books.All)
            {
                if (systems.Find(code) is { } system && !faults.IsDown(system.Party)) await TellAsync(system, book, stoppingToken);
            }
        }
    }

    private async Task TellAsync(AgencySystem system, OfficerBook book, CancellationToken cancellationToken)
    {
        var changes = book.TakeToTell(MostChanges);
        if (changes.Count == 0) return;
        var told = changes.Where(change => !Has(FaultKind.Lose, change)).ToList();
        if (told.Exists(change => Has(FaultKind.Reorder, change))) told.Reverse();
        var times = told.Exists(change => Has(FaultKind.Duplicate, change)) ? 10 : 1;
        if (told.Count == 0) return;
        for (var count = 0; count < times; count++)
        {
            if (await PostAsync(system, told, cancellationToken)) continue;
            book.TellLater(told);
            return;
        }

        bool Has(FaultKind kind, ScopeChange change) => faults.Draw(system.Party, kind, $"{change.Account}/{change.Procedure}/{change.Register.Known.Latest}") is not null;
    }

    /// <summary>Whether the portal answered for good: taken, or refused for what it is.</summary>
    private async Task<bool> PostAsync(AgencySystem system, IReadOnlyList<ScopeChange> changes, CancellationToken cancellationToken)
    {
        if (!_sessions.TryGetValue(system.Code, out var keeper))
            _sessions.Add(system.Code, keeper = new SessionKeeper(system, new PortalAddresses(options.Gateway, system), portal, settings, time));
        if (await keeper.GetAsync(cancellationToken) is not { } session) return false;
        var list = JsonSerializer.SerializeToUtf8Bytes(changes, ScopeJson.Default.IReadOnlyListScopeChange);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Gateway, "/v1/scope-changes"))
        {
            Content = new ByteArrayContent([.. "{\"changes\":"u8, .. list, .. "}"u8]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(TimeSpan.FromSeconds(settings.Value.CallTimeoutSeconds));
        try
        {
            using var response = await http.SendAsync(request, clock.Token);
            if (response.StatusCode == HttpStatusCode.Unauthorized) keeper.Drop(session);
            return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.UnprocessableEntity;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
