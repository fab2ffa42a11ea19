using DichVuCong.Faults.Check;
using DichVuCong.Faults.Check.Payments;
using DichVuCong.Faults.Inject;
using DichVuCong.Faults.Load;
using DichVuCong.Faults.Load.HandOvers;
using DichVuCong.Faults.Load.Payments;
using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Processes;
using DichVuCong.Faults.Report;

namespace DichVuCong.Faults;

/// <summary>One run: everything is started, loaded, broken, left alone, checked, and ended.</summary>
internal sealed class FaultsRun(RunOptions options, TimeProvider time, TextWriter console)
{
    /// <summary>Under load before anything breaks: all hosts have just started, and compile the same code at once on the same cores.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    private readonly FaultLog _log = new(time, console);
    private readonly RecoveryMeter _meter = new(time);
    private readonly CallBook _book = new(time);
    private readonly PaymentBook _paymentBook = new(time);
    private readonly HandOverBook _handOverBook = new();

    /// <summary>Runs; the report tells whether every promise was held.</summary>
    public async Task<RunReport> RunAsync(CancellationToken cancellationToken)
    {
        var place = Place.Of(options.Folder);
        var disk = 700 + (int)(options.Length.TotalMinutes * 25);
        await using var system = await RunningSystem.StartAsync(place, new Ports(options.PortBase), disk, time, cancellationToken);
        _log.Say($"ready; logs in {place.Folder}");
        var offers = new HashSet<string>(StringComparer.Ordinal);
        if (system.Disk.WhyNot is { } whyNot) _log.Say($"the fault 'disk full' is left out: {whyNot}");
        else offers.Add(FaultKinds.NeedsOwnDisk);
        if (system.Clocks.Count == 0) _log.Say("the fault 'clock jumped' is left out: there is no C compiler (Debian packages gcc and libc6-dev)");
        else offers.Add(FaultKinds.NeedsFakeClock);
        var plan = FaultPlan.Of(options.Seed, options.Length, offers);

        using var portal = new PortalClient(system.PortalAddress);
        var feed = new FeedFollower(portal, time) { OnChange = _meter.Told, OnFinal = _meter.Final };
        _book.OnAccepted = (sentAt, _) => _meter.Accepted(sentAt);
        var payments = new PaymentFollower(portal, time);
        using var payers = new Payers(system.SandboxAddress, time);
        var obligations = new ObligationCaller(
            new ObligationTable(system.Accounts, $"faults-{options.Seed}"), portal, payers, _paymentBook, options.Seed, time);
        _book.OnFiled = obligations.Filed;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = Task.WhenAll(feed.RunAsync(ended.Token), payments.RunAsync(ended.Token));
        var watching = WatchMemoryAsync(system, ended.Token);
        try
        {
            var submitter = new Submitter(
                new FilingTable(system.FilesAddress, $"faults-{options.Seed}"), portal, _book, feed, options.Seed, time);
            await LoadAndBreakAsync(system, plan, submitter, obligations, cancellationToken);
            using var direct = new PortalClient(system.GatewayAddress);
            var reader = new EvidenceReader(
                system, direct, _book, feed, new PaymentEvidenceReader(system, direct, _paymentBook, payments, time), time);
            var evidence = await QuietAsync(reader, feed, cancellationToken) with { HandOvers = _handOverBook.All };
            var load = new LoadFigures(_book, submitter, _paymentBook, obligations);
            return new RunReport(options, _log, _meter, load, evidence, Checker.Check(evidence), [.. system.Hosts.Values], plan.Count);
        }
        finally
        {
            await ended.CancelAsync();
            await following;
            await watching;
        }
    }

    private async Task LoadAndBreakAsync(
        RunningSystem system, IReadOnlyList<PlannedFault> plan, Submitter submitter, ObligationCaller obligations, CancellationToken cancellationToken)
    {
        using var filing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        filing.CancelAfter(WarmUp + options.Length);
        waiting.CancelAfter(WarmUp + options.Length + options.Quiet);
        using var portal = new PortalClient(system.PortalAddress);
        using var handOvers = new HandOverCaller(portal, system.SandboxAddress, _handOverBook, time);
        var submitting = Task.WhenAll(
            handOvers.RunAsync(filing.Token, waiting.Token),
            submitter.RunAsync(options.PerSecond, filing.Token, waiting.Token), obligations.RunAsync(filing.Token, waiting.Token),
            new BankMoods(system.Sandbox, options.Seed, time).RunAsync(filing.Token));
        await Task.Delay(WarmUp, time, cancellationToken);
        await new FaultRunner(new Injector(system), _log, _meter, time).RunAsync(plan, cancellationToken);
        await submitting;
        cancellationToken.ThrowIfCancellationRequested();
        await system.Sandbox.CloseCountersAsync(cancellationToken);
        _log.Say("no more faults, no more filings; waiting until everything is done");
    }

    /// <summary>Waits until nothing is lost or stuck, with a bound; what then still is has been lost, or is stuck.</summary>
    private async Task<Evidence> QuietAsync(EvidenceReader reader, FeedFollower feed, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var isLate = time.GetElapsedTime(began) > options.Quiet;
            var open = _book.All.Count(call => call is { IsAccepted: true, Code: not null } && !feed.IsFinal(call.Code));
            var unfinished = await reader.UnfinishedAsync(cancellationToken);
            if (isLate || (open == 0 && unfinished == 0) || time.GetElapsedTime(began) > options.Quiet / 2)
            {
                var evidence = await reader.ReadAsync(cancellationToken);
                if (isLate || Checker.Check(evidence).All(finding => finding.Promise is not (Broken.Lost or Broken.Stuck))) return evidence;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    private async Task WatchMemoryAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var host in system.Hosts.Values) host.LookAtMemory();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }
}
