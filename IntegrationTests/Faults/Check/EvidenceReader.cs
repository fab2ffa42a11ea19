using System.Collections.Concurrent;
using System.Text.Json;
using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Load;
using DichVuCong.Faults.Processes;

namespace DichVuCong.Faults.Check;

/// <summary>Gathers the evidence when all is quiet: over HTTP from the Gateway and from the partners, and from the operator's command.</summary>
internal sealed class EvidenceReader(
    RunningSystem system, PortalClient portal, CallBook book, FeedFollower feed, PaymentEvidenceReader payments, TimeProvider time)
{
    /// <summary>Gathers it.</summary>
    public async Task<Evidence> ReadAsync(CancellationToken cancellationToken)
    {
        var whole = await FeedFollower.ReadAllAsync(portal, time, cancellationToken);
        var systems = (await system.Sandbox.LedgerAsync("onestop:*", cancellationToken)).Select(ReadDossier).ToList();
        var notices = (await system.Sandbox.LedgerAsync("sms", cancellationToken)).Concat(await system.Sandbox.LedgerAsync("email", cancellationToken));
        var calls = book.All;
        var codes = calls.Where(call => call is { IsAccepted: true, Code: not null }).Select(call => call.Code!)
            .Concat(systems.Where(row => row.IsFinished).Select(row => row.Code)).ToHashSet(StringComparer.Ordinal);
        var parked = (await system.Operator.ListAsync("parked list --limit 100000", "parked", cancellationToken))
            .Select(row => Text(row, "key")!).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<Doubt> doubts =
        [
            .. (await system.Operator.ListAsync("doubts --limit 100000", "doubts", cancellationToken))
                .Select(row => new Doubt(Text(row, "key")!, Text(row, "partner")!, Text(row, "kind") == "possibleLoss")),
        ];
        return new Evidence
        {
            Calls = calls,
            Followed = feed.Events,
            Feed = whole,
            Systems = systems,
            Notices = [.. notices.Select(ReadNotice)],
            Shown = await ShownAsync(codes, cancellationToken),
            Parked = parked,
            Doubts = doubts,
            Payments = await payments.ReadAsync(
                parked.Concat(doubts.Select(doubt => doubt.Key)).ToHashSet(StringComparer.Ordinal), cancellationToken),
        };
    }

    /// <summary>Dossiers that the systems' records call unfinished: not all rows acknowledged.</summary>
    public async Task<int> UnfinishedAsync(CancellationToken cancellationToken) =>
        (await system.Sandbox.LedgerAsync("onestop:*", cancellationToken)).Select(ReadDossier).Count(row => row is { IsFinished: false, GivenUp: null, Copies: > 0 });

    private async Task<IReadOnlyDictionary<string, ShownDossier>> ShownAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        var shown = new ConcurrentDictionary<string, ShownDossier>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(codes, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (code, token) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                var (answer, outcome) = await portal.GetAsync($"/v1/dossiers/{code}", token);
                if (answer is { Status: 404 }) return;
                if (answer is { Status: 200 })
                {
                    using var document = JsonDocument.Parse(answer.Body);
                    shown[code] = new ShownDossier(document.RootElement.GetProperty("state").GetInt32(), document.RootElement.GetProperty("final").GetBoolean());
                    return;
                }

                if (attempt == 20) throw new InvalidOperationException($"GET of {code} after the run: {outcome}");
                await Task.Delay(TimeSpan.FromMilliseconds(250), time, token);
            }
        });
        return shown;
    }

    private static DossierAtSystem ReadDossier(JsonElement row) => new(
        Text(row, "code")!, Text(row, "system")!, row.GetProperty("isCounter").GetBoolean(), Number(row, "copies"), Number(row, "updates"),
        Number(row, "updatesTooEarly"), Number(row, "overlaps"), Number(row, "stepsTaken"), Number(row, "rowsAcknowledged"), Number(row, "acknowledgedState"), row.GetProperty("isFinished").GetBoolean(), Text(row, "givenUp"));

    private static NoticeTaken ReadNotice(JsonElement row) => new(Text(row, "channel")!, Text(row, "dossier"), Text(row, "textHash")!, Number(row, "taken"));

    private static int Number(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
