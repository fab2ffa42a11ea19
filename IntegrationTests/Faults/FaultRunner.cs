using DichVuCong.Faults.Inject;
using DichVuCong.Faults.Plan;
using DichVuCong.Faults.Report;

namespace DichVuCong.Faults;

/// <summary>Injects a plan: each fault at its time, whatever the others do.</summary>
internal sealed class FaultRunner(Injector injector, FaultLog log, RecoveryMeter meter, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Lock _gate = new();
    private int _inForce;

    /// <summary>Runs the whole plan. When it is cancelled, the faults in force are left: their processes and links are about to go anyway.</summary>
    public Task RunAsync(IReadOnlyList<PlannedFault> plan, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        return Task.WhenAll(plan.Select(fault => RunAsync(fault, began, cancellationToken)));
    }

    private async Task RunAsync(PlannedFault fault, long began, CancellationToken cancellationToken)
    {
        await UntilAsync(fault.At, began, cancellationToken);
        lock (_gate)
        {
            _inForce++;
            meter.Begins();
        }

        log.Say($"begins {fault}");
        try
        {
            await injector.BeginAsync(fault);
            lock (_gate) log.Injected.Add(fault);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            // The Sandbox itself is down or frozen, for another fault.
            log.Say($"could not begin #{fault.Number}: {failure.GetType().Name}");
        }

        await UntilAsync(fault.End, began, cancellationToken);
        log.Say($"ends #{fault.Number} {fault.Kind.Name}");
        await EndAsync(fault, cancellationToken);
    }

    /// <summary>The recovery counts from here: the order to start again is a part of it.</summary>
    private async Task EndAsync(PlannedFault fault, CancellationToken cancellationToken)
    {
        lock (_gate) meter.Ended(fault, --_inForce == 0);
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                await injector.EndAsync(fault);
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), time, cancellationToken);
            }
        }
    }

    private async Task UntilAsync(TimeSpan at, long began, CancellationToken cancellationToken)
    {
        var wait = at - time.GetElapsedTime(began);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }
}
