using System.Globalization;
using DichVuCong.Faults.Check;
using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Load;
using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Processes;

namespace DichVuCong.Faults.Report;

/// <summary>What a run came to.</summary>
internal sealed class RunReport(
    RunOptions options, FaultLog log, RecoveryMeter meter, LoadFigures load, Evidence evidence, IReadOnlyList<Finding> findings,
    IReadOnlyList<HostProcess> hosts, int planned)
{
    /// <summary>Whether every promise was held.</summary>
    public bool Holds => findings.Count == 0;

    /// <summary>Writes it: the table of faults, then <c>name=value</c> lines.</summary>
    public void Write(TextWriter console)
    {
        console.WriteLine();
        console.WriteLine("fault                               times  back in service / recovered in (ms)");
        foreach (var kind in log.Injected.GroupBy(fault => fault.Kind.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var took = meter.Done.Where(one => one.Fault.Kind.Name == kind.Key).Select(Times);
            console.WriteLine($"{kind.Key,-34} {kind.Count(),6}  {string.Join(", ", took)}");
        }

        console.WriteLine();
        console.WriteLine($"answers: {Counts(load.Calls.Outcomes)}");
        console.WriteLine($"answers about money: {Counts(load.Payments.Outcomes)}");
        console.WriteLine($"differences: {Counts(evidence.Payments.Differences.CountBy(row => row.Kind, StringComparer.Ordinal))}");
        foreach (var host in hosts.Where(host => host.EndedByItself.Count > 0))
        {
            console.WriteLine($"{host.Name} ended by itself with {string.Join(", ", host.EndedByItself)}: {host.LogFile}");
        }

        foreach (var fault in meter.NeverRecovered) console.WriteLine($"there was no service after {fault}");
        console.WriteLine();
        if (!Holds) new EvidenceFile(options.Folder, evidence, log).Write(findings, console);
        console.WriteLine();
        foreach (var (name, value) in Figures()) console.WriteLine($"{name}={value}");
    }

    private IEnumerable<(string Name, string Value)> Figures()
    {
        yield return ("seed", Number(options.Seed));
        yield return ("minutes", options.Length.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture));
        yield return ("faults_planned", Number(planned));
        yield return ("faults_injected", Number(log.Injected.Count));
        yield return ("calls", Number(evidence.Calls.Count));
        yield return ("attempts", Number(evidence.Calls.Sum(call => call.Attempts.Count)));
        yield return ("filings_left_out", Number(load.Submitter.LeftOut));
        yield return ("accepted", Number(evidence.Accepted.Count()));
        yield return ("supplements_accepted", Number(evidence.Calls.Count(call => call is { Purpose: CallPurpose.Supplement, IsAccepted: true })));
        yield return ("final", Number(evidence.Accepted.Count(call => evidence.Shown.TryGetValue(call.Code!, out var shown) && shown.IsFinal)));
        yield return ("refused_by_systems", Number(evidence.Shown.Values.Count(shown => shown.State == -1)));
        yield return ("parked", Number(evidence.Parked.Count));
        yield return ("effects_dossiers", Number(evidence.Systems.Count(row => row is { IsCounter: false, Copies: > 0 })));
        yield return ("effects_counter_dossiers", Number(evidence.Systems.Count(row => row is { IsCounter: true, IsFinished: true })));
        yield return ("effects_notices", Number(evidence.Notices.Sum(row => row.Taken)));
        yield return ("effects_events", Number(evidence.Feed.Count));
        foreach (var figure in PaymentFigures(evidence.Payments)) yield return figure;
        yield return ("tickets", Number(evidence.HandOvers.Count));
        yield return ("tickets_redeemed", Number(evidence.HandOvers.Count(story => story.Presentations.Any(presentation => presentation.Status == 200))));
        yield return ("pushes_that_overlapped", Number(evidence.Systems.Sum(row => row.Overlaps)));
        yield return ("answers_500", Number(load.Calls.Outcomes.GetValueOrDefault("500") + load.Payments.Failures));
        yield return ("come_back_without_time", Number(load.Calls.ComeBackWithoutTime));
        yield return ("hosts_ended_by_themselves", Number(hosts.Sum(host => host.EndedByItself.Count)));
        foreach (var host in hosts) yield return ($"{host.Name.Replace('-', '_')}_rss_mb_max", host.MostMemory.ToString("0", CultureInfo.InvariantCulture));
        yield return ("worker_rss_mb_max", hosts.Where(host => host.Name.StartsWith("worker", StringComparison.Ordinal)).Max(host => host.MostMemory).ToString("0", CultureInfo.InvariantCulture));
        yield return ("lost", Count(Broken.Lost));
        yield return ("doubled", Count(Broken.Doubled));
        yield return ("order_violations", Count(Broken.Order));
        yield return ("stuck", Count(Broken.Stuck));
        yield return ("wrong_answers", Count(Broken.Answer));
        yield return ("possible_doubles", Number(evidence.Doubts.Count(doubt => !doubt.IsPossibleLoss)));
        yield return ("possible_losses", Number(evidence.Doubts.Count(doubt => doubt.IsPossibleLoss)));
        yield return ("recoveries_cut_short_by_the_next_fault", Number(meter.Done.Count(one => !one.IsWhole)));
        yield return ("back_in_service_after_kill_ms", Longest(one => one.Served, FaultAction.Kill, FaultAction.StopPostgres));
        yield return ("recovery_after_kill_ms", Longest(one => one.Took, FaultAction.Kill, FaultAction.StopPostgres));
        yield return ("longest_recovery_ms", Longest(one => one.Took));
    }

    private IEnumerable<(string Name, string Value)> PaymentFigures(PaymentEvidence payments)
    {
        var made = payments.Banks.SelectMany(order => order.Payments).ToList();
        var back = payments.Banks.SelectMany(order => order.Refunds).Where(refund => refund.Stands).ToList();
        yield return ("obligations", Number(payments.Accepted.Count()));
        yield return ("obligations_left_out", Number(load.Obligations.LeftOut));
        yield return ("orders", Number(payments.Orders.Count));
        yield return ("orders_paid", Number(payments.Orders.Values.Count(order => order.IsPaid || order.State == "refunded")));
        yield return ("payments_at_banks", Number(made.Count));
        yield return ("payments_acknowledged", Number(made.Count(payment => payment.IsAcknowledged)));
        yield return ("refunds", Number(back.Count));
        yield return ("differences", Number(payments.Differences.Count));
        yield return ("collected_vnd", Dong(made.Sum(payment => payment.Amount)));
        yield return ("refunded_vnd", Dong(back.Sum(refund => refund.Amount)));
    }

    private static string Dong(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static string Counts(IEnumerable<KeyValuePair<string, int>> outcomes) =>
        string.Join(", ", outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}x"));

    private static string Times(Recovery one) =>
        $"{(one.IsServed ? "" : ">")}{one.Served.TotalMilliseconds:0}/{(one.IsWhole ? "" : ">")}{one.Took.TotalMilliseconds:0}";

    private string Longest(Func<Recovery, TimeSpan> of, params FaultAction[] actions)
    {
        var measured = meter.Done.Where(one => actions.Length == 0 || actions.Contains(one.Fault.Kind.Action)).Select(one => of(one).TotalMilliseconds).ToList();
        return measured.Count == 0 ? "none" : measured.Max().ToString("0", CultureInfo.InvariantCulture);
    }

    private string Count(Broken promise) => Number(findings.Count(finding => finding.Promise == promise));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
