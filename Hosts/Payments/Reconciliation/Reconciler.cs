using System.Buffers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga.Reconciliation;
using Npgsql;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>What became of a wish to run.</summary>
public enum RunVerdict
{
    /// <summary>The run is completed now.</summary>
    Completed = 1,

    /// <summary>It had been completed before; it was repeated and found the very same.</summary>
    SameAgain = 2,

    /// <summary>It had been completed before; repeated, it found something else: a defect.</summary>
    Differs = 3,

    /// <summary>Another host runs this partner's reconciliations at this moment.</summary>
    Busy = 4,

    /// <summary>There is no file of that day.</summary>
    NoFile = 5,

    /// <summary>It had been completed before, so long ago that what it was matched from is past its keeping: it cannot be repeated.</summary>
    PastKeeping = 6,
}

/// <summary>What became of a wish to run.</summary>
/// <param name="Verdict">Which.</param>
/// <param name="Run">The run; null when there is none.</param>
/// <param name="Digest">What was found now, as a digest; null when nothing was run.</param>
public sealed record RunAnswer(RunVerdict Verdict, RunRow? Run, string? Digest);

/// <summary>
/// Runs the reconciliation of a partner's day. Its inputs are fixed first, and with them its result: what it finds, its end and the messages it
/// causes are one commit, so that a host that dies neither loses nor doubles any of them, and whoever comes next begins where it was.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="messages">Puts messages into the run's commit.</param>
/// <param name="settings">How reconciliation runs.</param>
/// <param name="time">The clock.</param>
public sealed class Reconciler(RuntimeDatabase database, EarlierMessages messages, ReconcilingSettings settings, TimeProvider time)
{
    /// <summary>The number of a payment that was never told.</summary>
    private const string NotKnown = "~";

    /// <summary>For tests: what is called when a run has found everything and committed nothing.</summary>
    internal Action? BeforeCommit { get; init; }

    /// <summary>Runs the file that counts for a day, or repeats its run.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="day">The bank's day.</param>
    /// <param name="by">Which host or person runs it.</param>
    /// <param name="repeats">Whether a run that is completed is repeated.</param>
    /// <param name="cancellationToken">Cancels; nothing is committed then.</param>
    /// <exception cref="InvalidOperationException">The run does not tie out, or a part is larger than the memory bound: nothing was committed.</exception>
    public async Task<RunAnswer> RunAsync(ReconciledPartner partner, DateOnly day, string by, bool repeats, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partner);
        await using var claim = await RunClaim.TryTakeAsync(database.Dedicated, partner.Code, cancellationToken);
        if (claim is null) return new RunAnswer(RunVerdict.Busy, Run: null, Digest: null);
        // Only now: a file that came while another host held the claim counts.
        if (await new StatementList(database.Pooled).LatestAsync(partner.Code, day, cancellationToken) is not { } file)
        {
            return new RunAnswer(RunVerdict.NoFile, Run: null, Digest: null);
        }

        var run = await RunFreezer.FreezeAsync(claim, file, partner.Terms(settings.LookBackDays), by, cancellationToken);
        if (!run.IsCompleted) return await EndAsync(claim, partner, run, by, cancellationToken);
        if (!repeats) return new RunAnswer(RunVerdict.SameAgain, run, run.Digest);
        if (!run.HasInputs) return new RunAnswer(RunVerdict.PastKeeping, run, Digest: null);
        var (_, digest) = await MatchAsync(claim, partner, run, new ResultSink(results: null), cancellationToken);
        await RunRepeats.KeepAsync(database.Pooled, run.Id, by, digest, cancellationToken);
        return new RunAnswer(digest == run.Digest ? RunVerdict.SameAgain : RunVerdict.Differs, run, digest);
    }

    private async Task<RunAnswer> EndAsync(RunClaim claim, ReconciledPartner partner, RunRow run, string by, CancellationToken cancellationToken)
    {
        await using var results = await RunResults.BeginAsync(claim, run.Id, cancellationToken);
        var (result, digest) = await MatchAsync(claim, partner, run, new ResultSink(results), cancellationToken);
        await results.ProveAsync(TotalsOf(result), cancellationToken);
        var consequences = new RunConsequences(results, run);
        await consequences.DecideAsync(cancellationToken);
        var ended = await SendAsync(consequences, partner, run with { Digest = digest }, cancellationToken);
        await consequences.CompleteAsync(ended, by, cancellationToken);
        BeforeCommit?.Invoke();
        await results.CommitAsync(cancellationToken);
        var stored = await new ReconciliationRuns(database.Pooled).OfFileAsync(run.File, cancellationToken);
        return new RunAnswer(RunVerdict.Completed, stored, digest);
    }

    private async Task<(ReconciliationResult Result, string Digest)> MatchAsync(
        RunClaim claim, ReconciledPartner partner, RunRow run, ResultSink sink, CancellationToken cancellationToken)
    {
        using var store = new SpillingRowStore(MemoryBound.StoreBytes(settings.MemoryMegabytes), Path.GetTempPath());
        return await MatchAsync(claim, partner, run, store, sink, cancellationToken);
    }

    /// <summary>Matches what was fixed, with the rows waiting in <paramref name="store"/>.</summary>
    internal async Task<(ReconciliationResult Result, string Digest)> MatchAsync(
        RunClaim claim, ReconciledPartner partner, RunRow run, SpillingRowStore store, ResultSink sink, CancellationToken cancellationToken)
    {
        var rows = await RunEntries.CountAsync(claim, run.Id, cancellationToken);
        var matching = new ReconciliationRun(partner.Matching(run, rows, settings.MemoryMegabytes), store, sink);
        foreach (var side in Enum.GetValues<RowSide>()) await FeedAsync(claim, run, matching, side, cancellationToken);
        // One part after the other: a run is no hurry beside the sagas, and one session writes what it finds.
        var result = matching.Match();
        return (result, sink.Finish(result));
    }

    private static async Task FeedAsync(RunClaim claim, RunRow run, ReconciliationRun matching, RowSide side, CancellationToken cancellationToken)
    {
        using var feed = matching.Feed(side);
        var after = 0L;
        while (await RunEntries.NextAsync(claim, run.Id, (short)side, after, cancellationToken) is { Count: > 0 } page)
        {
            var rows = ArrayPool<ReconciliationRow>.Shared.Rent(page.Count);
            for (var at = 0; at < page.Count; at++) rows[at] = RowOf(page[at]);
            feed.Add(rows.AsSpan(0, page.Count));
            ArrayPool<ReconciliationRow>.Shared.Return(rows);
            after = page[^1].Id;
        }
    }

    private static ReconciliationRow RowOf(RunEntry entry) => new(
        ReferenceKey.Of(entry.Reference), entry.Id, new Vnd(entry.Amount), AccountKey.Of(entry.Account), LocalSecond.Of(entry.At), (RowKind)entry.Kind,
        (RowStatus)entry.Status)
    {
        Number = (RowKind)entry.Kind == RowKind.Payment && entry.Number != NotKnown ? NumberMark.Of(entry.Number) : (ushort)0,
    };

    private static List<RunTotal> TotalsOf(ReconciliationResult result) =>
    [
        Total(0, result.Ledger, result.Statement),
        .. result.Classes.Select(total => Total((short)total.Class, total.Ledger, total.Statement)),
    ];

    private static RunTotal Total(short number, Tally ledger, Tally statement) =>
        new(number, ledger.Count, ledger.Amount.Amount, statement.Count, statement.Amount.Amount);

    private async Task<RunRow> SendAsync(RunConsequences consequences, ReconciledPartner partner, RunRow run, CancellationToken cancellationToken)
    {
        var confirmed = await SendAllAsync(
            consequences, after => consequences.ConfirmedAsync(after, cancellationToken), line => line.Key, line => RunMessages.Confirm(partner.Code, line),
            cancellationToken);
        var settled = await SettleAsync(consequences, partner, cancellationToken);
        var resolved = await SendAllAsync(
            consequences, after => consequences.ResolvedAsync(after, cancellationToken), id => id, id => new ResolveInquiry(id, run.Name, "matched"),
            cancellationToken);
        var carried = await SendAllAsync(
            consequences, after => consequences.CarriedAsync(after, cancellationToken), id => id, id => new CarryInquiry(id, run.AsOf), cancellationToken);
        var opened = await SendAllAsync(
            consequences, after => consequences.OpenedAsync(after, cancellationToken), found => found.Difference,
            found => RunMessages.Open(partner.Code, found), cancellationToken);
        return run with { Confirmed = confirmed, Settled = settled, Resolved = resolved, Carried = carried, Opened = opened };
    }

    private async Task<int> SettleAsync(RunConsequences consequences, ReconciledPartner partner, CancellationToken cancellationToken)
    {
        var (count, line, reference) = (0, 0L, "");
        while (await consequences.SettledAsync(line, reference, cancellationToken) is { Count: > 0 } page)
        {
            await SendAsync(consequences, page.Select(settled => RunMessages.Settle(partner.Code, settled, partner.ComparesAccounts)), cancellationToken);
            count += page.Count;
            (line, reference) = (page[^1].Line, page[^1].Reference.Value);
        }

        return count;
    }

    private async Task<int> SendAllAsync<T>(
        RunConsequences consequences, Func<string, Task<List<T>>> next, Func<T, string> keyOf, Func<T, object> messageOf, CancellationToken cancellationToken)
    {
        var (count, after) = (0, "");
        while (await next(after) is { Count: > 0 } page)
        {
            await SendAsync(consequences, page.Select(messageOf), cancellationToken);
            count += page.Count;
            after = keyOf(page[^1]);
        }

        return count;
    }

    private Task SendAsync(RunConsequences consequences, IEnumerable<object> caused, CancellationToken cancellationToken) => consequences.SendAsync(
        (NpgsqlBatch batch) => messages.AppendAsync(
            batch, [.. caused.Select(message => new DoorMessage(message, PaymentFlow.Shared))], time.GetUtcNow(), cancellationToken),
        cancellationToken);
}
