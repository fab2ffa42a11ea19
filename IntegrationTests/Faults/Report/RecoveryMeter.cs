using DichVuCong.Faults.Plan;

namespace DichVuCong.Faults.Report;

/// <summary>
/// How long the system was out of service after faults, from the end of a fault. Back in service: a filing sent after it is newly accepted
/// and, from then on, a change of state is newly told; it takes, decides and tells. Recovered: some dossier is newly final as well, for which
/// the agencies have to come again, after waits of their own.
/// </summary>
internal sealed class RecoveryMeter(TimeProvider time)
{
    private readonly List<Measurement> _open = [];
    private readonly List<Recovery> _done = [];
    private readonly Lock _gate = new();

    /// <summary>What was measured.</summary>
    public IReadOnlyList<Recovery> Done
    {
        get
        {
            lock (_gate) return [.. _done];
        }
    }

    /// <summary>Faults after which there was no service before the run ended.</summary>
    public IReadOnlyList<PlannedFault> NeverRecovered
    {
        get
        {
            lock (_gate) return [.. _open.Select(open => open.Fault)];
        }
    }

    /// <summary>A fault begins: where there was no service until now, it lasted at least this long.</summary>
    public void Begins()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _done.AddRange(_open.Select(open => new Recovery(open.Fault, open.ServedAfter ?? now - open.EndedAt, now - open.EndedAt, open.ServedAfter != null, IsWhole: false)));
            _open.Clear();
        }
    }

    /// <summary>A fault has ended; measured when it was the last that was in force.</summary>
    public void Ended(PlannedFault fault, bool isLast)
    {
        lock (_gate)
        {
            if (isLast) _open.Add(new Measurement(fault, time.GetUtcNow()));
        }
    }

    /// <summary>A filing was newly accepted.</summary>
    public void Accepted(DateTimeOffset sentAt)
    {
        lock (_gate)
        {
            foreach (var open in _open.Where(open => sentAt >= open.EndedAt)) open.IsAccepting = true;
        }
    }

    /// <summary>A change of state was told.</summary>
    public void Told(DateTimeOffset at)
    {
        lock (_gate)
        {
            foreach (var open in _open.Where(open => open.IsAccepting)) open.ServedAfter ??= at - open.EndedAt;
        }
    }

    /// <summary>A dossier became final, as was told.</summary>
    public void Final(DateTimeOffset at)
    {
        lock (_gate)
        {
            foreach (var open in _open.Where(open => open.IsAccepting).ToList())
            {
                _open.Remove(open);
                _done.Add(new Recovery(open.Fault, open.ServedAfter ?? at - open.EndedAt, at - open.EndedAt, IsServed: true, IsWhole: true));
            }
        }
    }

    private sealed class Measurement(PlannedFault fault, DateTimeOffset endedAt)
    {
        public PlannedFault Fault { get; } = fault;

        public DateTimeOffset EndedAt { get; } = endedAt;

        public bool IsAccepting { get; set; }

        public TimeSpan? ServedAfter { get; set; }
    }
}

/// <summary>How long it took after a fault.</summary>
/// <param name="Fault">The fault, the last that was in force.</param>
/// <param name="Served">Until it was back in service.</param>
/// <param name="Took">Until it had recovered.</param>
/// <param name="IsServed">Whether service was seen; if not, the next fault came first.</param>
/// <param name="IsWhole">Whether the recovery was seen; if not, the next fault came first.</param>
internal sealed record Recovery(PlannedFault Fault, TimeSpan Served, TimeSpan Took, bool IsServed, bool IsWhole);
