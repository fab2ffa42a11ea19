using System.Collections.Concurrent;
using System.Text.Json;
using DichVuCong.Faults.Load;
using DichVuCong.Faults.Load.Payments;
using DichVuCong.Faults.Processes;

namespace DichVuCong.Faults.Check.Payments;

/// <summary>Gathers the evidence about money when all is quiet: from the Gateway, from the banks' books, and from the operator's command.</summary>
internal sealed class PaymentEvidenceReader(RunningSystem system, PortalClient portal, PaymentBook book, PaymentFollower follower, TimeProvider time)
{
    private const int MostTries = 20;

    /// <summary>Gathers it.</summary>
    /// <param name="atOperator">Keys of parked messages, and of calls that the system itself declares unknown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PaymentEvidence> ReadAsync(IReadOnlySet<string> atOperator, CancellationToken cancellationToken)
    {
        var calls = book.All;
        var stated = calls.Where(call => call is { Purpose: PaymentPurpose.State, IsAccepted: true }).ToList();
        var banks = new List<BankOrder>();
        foreach (var bank in SandboxBanks.All)
        {
            banks.AddRange((await system.Sandbox.LedgerAsync($"payments/{bank}", cancellationToken)).Select(row => BankOrderOf(bank, row)));
        }

        var obligations = await ShownAsync(
            stated.Select(call => (call.Key, $"/v1/obligations/{call.Key}", call.Token)), ObligationOf, cancellationToken);
        var references = stated.SelectMany(call => AnsweredOrder.In(call.Body)).Select(order => order.Reference)
            .Concat(obligations.Values.SelectMany(one => one.Orders).Select(order => order.Reference)).Concat(banks.Select(order => order.Reference));
        var orders = await ShownAsync(
            references.Distinct(StringComparer.Ordinal).Select(one => (one, $"/v1/orders/{one}", PortalClient.Portal)), OrderOf, cancellationToken);
        return new PaymentEvidence
        {
            Calls = calls,
            Obligations = obligations,
            Orders = orders,
            Banks = banks,
            Differences =
            [
                .. (await system.Operator.ListAsync("payments differences --all --limit 100000", "differences", cancellationToken))
                    .Select(DifferenceOf),
            ],
            // What was followed is taken after the feed was read again: an event between the two is not one that was missed.
            Feed = await PaymentFollower.ReadAllAsync(portal, time, cancellationToken),
            Followed = follower.Events,
            AtOperator = atOperator,
            LedgerFaults = LedgerFaultsIn(await system.Operator.ReadAsync("payments check", cancellationToken)),
            ReadAt = time.GetUtcNow(),
        };
    }

    private async Task<IReadOnlyDictionary<string, T>> ShownAsync<T>(
        IEnumerable<(string Key, string Path, string Token)> asked, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        var shown = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
        var eight = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(asked, eight, async (one, token) =>
        {
            for (var attempt = 0; ; attempt++)
            {
                var (answer, outcome) = await portal.GetAsync(one.Path, token, one.Token);
                if (answer is { Status: 404 }) return;
                if (answer is { Status: 200 })
                {
                    using var document = JsonDocument.Parse(answer.Body);
                    shown[one.Key] = read(document.RootElement);
                    return;
                }

                if (attempt == MostTries) throw new InvalidOperationException($"GET {one.Path} after the run: {outcome}");
                await Task.Delay(TimeSpan.FromMilliseconds(250), time, token);
            }
        });
        return shown;
    }

    private static ShownObligation ObligationOf(JsonElement row) => new(
        Text(row, "state")!,
        Number(row, "paidVnd"),
        [.. row.GetProperty("orders").EnumerateArray().Select(order => (Text(order, "reference")!, Number(order, "amountVnd")))]);

    private static ShownOrder OrderOf(JsonElement row) => new(
        Text(row, "reference")!, Text(row, "obligationId")!, Text(row, "state")!, Number(row, "amountVnd"),
        row.GetProperty("expiresAt").GetDateTimeOffset())
    {
        Collected = Number(row, "collectedVnd"),
        Refunded = Number(row, "refundedVnd"),
        Refunding = Number(row, "refundingVnd"),
        Settled = Number(row, "settledVnd"),
        Payments =
        [
            .. row.GetProperty("transactions").EnumerateArray().Where(one => Text(one, "result") == "paid")
                .Select(one => new ShownPayment(Text(one, "partner")!, Text(one, "transactionNo") ?? "", Number(one, "amountVnd"))),
        ],
        Refunds =
        [
            .. row.GetProperty("refunds").EnumerateArray().Select(one => new ShownRefund(
                Text(one, "partner")!, Text(one, "transactionNo") ?? "", Number(one, "amountVnd"), Text(one, "state")!, Text(one, "decisionNumber"))),
        ],
    };

    private static BankOrder BankOrderOf(string bank, JsonElement row) => new(
        bank,
        Text(row, "reference")!,
        Number(row, "amount"),
        [
            .. row.GetProperty("transactions").EnumerateArray().Where(one => one.GetProperty("isPaid").GetBoolean())
                .Select(one => new BankPayment(Text(one, "no")!, Number(one, "amount"), Number(one, "toldAmount"), Text(one, "callback")!)),
        ],
        [
            .. row.GetProperty("refunds").EnumerateArray()
                .Select(one => new BankRefund(Text(one, "transactionNo")!, Number(one, "amount"), Text(one, "stage")!)),
        ]);

    private static ShownDifference DifferenceOf(JsonElement row) => new(Text(row, "difference")!, Text(row, "kind")!, Text(row, "reference"));

    private static IReadOnlyList<string> LedgerFaultsIn(JsonElement report)
    {
        if (report.GetProperty("holds").GetBoolean()) return [];
        var days = report.GetProperty("days").EnumerateArray().Where(day => !day.GetProperty("holds").GetBoolean());
        return
        [
            .. days.Select(day => $"a day does not balance: {day.GetRawText()}"),
            .. report.GetProperty("breaches").EnumerateArray().Select(breach => $"dvc payments check: {breach.GetRawText()}"),
        ];
    }

    private static long Number(JsonElement row, string name) => row.GetProperty(name).GetInt64();

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
