using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace DichVuCong.Faults.Load.HandOvers;

/// <summary>
/// Signs somebody in and hands him over, again and again and whatever happens to the system; then several systems' calls race for each ticket, each
/// repeated until it has an answer, and the first is made once more.
/// </summary>
internal sealed class HandOverCaller(PortalClient portal, Uri sandbox, HandOverBook book, TimeProvider time) : IDisposable
{
    private const string System = "dev-H26";
    private const string Binding = "a-secret-of-the-session";
    private const int Racers = 3;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(12) };

    /// <summary>Hands over until <paramref name="filing"/> ends, then waits for every answer, until <paramref name="waiting"/> ends.</summary>
    public async Task RunAsync(CancellationToken filing, CancellationToken waiting)
    {
        try
        {
            for (var number = 0; !filing.IsCancellationRequested; number++)
            {
                if (await TicketAsync(filing) is { } ticket) await RaceAsync(book.Open(number, ticket), waiting);
                await Task.Delay(Between, time, filing);
            }
        }
        catch (OperationCanceledException) when (filing.IsCancellationRequested || waiting.IsCancellationRequested)
        {
            // No new ones.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _browser.Dispose();

    /// <summary>A ticket; null when something on the way to it was broken: people begin again.</summary>
    private async Task<string?> TicketAsync(CancellationToken cancellationToken)
    {
        try
        {
            var begun = await PostAsync(
                "/v1/sign-ins", new JsonObject { ["source"] = "broker", ["returnTo"] = new Uri(sandbox, "portal/signed-in").AbsoluteUri, ["binding"] = Binding }, cancellationToken);
            if ((string?)begun?["authorizeUrl"] is not { } page) return null;
            if (await FollowAsync(new Uri($"{page}&login_hint=an"), cancellationToken) is not { } callback) return null;
            if (await FollowAsync(callback, cancellationToken) is not { } back || HttpUtility.ParseQueryString(back.Query)["result"] is not { } result) return null;
            var verified = await PostAsync("/v1/sign-ins/results", new JsonObject { ["result"] = result, ["binding"] = Binding }, cancellationToken);
            if ((string?)verified?["verification"] is not { } verification) return null;
            var issued = await PostAsync(
                "/v1/hand-overs", new JsonObject { ["verification"] = verification, ["procedure"] = "1.001662", ["place"] = "01/00004" }, cancellationToken);
            return (string?)issued?["ticket"];
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task RaceAsync(HandOverStory story, CancellationToken waiting)
    {
        var ids = Enumerable.Range(0, Racers).Select(racer => string.Create(CultureInfo.InvariantCulture, $"{story.Number}-{racer}")).ToList();
        await Task.WhenAll(ids.Select(id => PresentAsync(story, id, waiting)));
        await PresentAsync(story, ids[0], waiting);
    }

    private async Task PresentAsync(HandOverStory story, string id, CancellationToken waiting)
    {
        var body = new JsonObject { ["ticket"] = story.Ticket, ["redemptionId"] = id }.ToJsonString();
        while (true)
        {
            var (answer, _) = await portal.PostAsync("/v1/hand-overs/redeem", body, waiting, System);
            if (answer is { Status: < 500 and not 429 })
            {
                story.Presentations.Enqueue(new Presentation(id, answer.Status, answer.Body));
                return;
            }

            await Task.Delay(BeforeAgain, time, waiting);
        }
    }

    private async Task<Uri?> FollowAsync(Uri address, CancellationToken cancellationToken)
    {
        using var answer = await _browser.GetAsync(address, cancellationToken);
        return answer.Headers.Location;
    }

    private async Task<JsonObject?> PostAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        var (answer, _) = await portal.PostAsync(path, body.ToJsonString(), cancellationToken);
        return answer is { Status: 200 or 201 } ? JsonNode.Parse(answer.Body) as JsonObject : null;
    }
}
