using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus.Lanes;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Hosts;

/// <summary>
/// A worker process: some workers of lanes and one pump. A crash forgets its memory and ends its sessions; a frozen host does nothing and
/// wakes up as if no time had passed, while the others have gone on.
/// </summary>
internal sealed class VirtualHost
{
    private static readonly TimeSpan IdleInTransaction = TimeSpan.FromSeconds(5);

    private readonly World _world;
    private int _incarnation;
    private DateTimeOffset _frozenUntil;

    public VirtualHost(World world, int number)
    {
        (_world, Number) = (world, number);
        Calendars = world.Catalogue.Calendars;
        Start();
    }

    public int Number { get; }

    public bool IsDown { get; private set; }

    /// <summary>The calendars that this host has loaded: the newest, a little late.</summary>
    public ICalendars Calendars { get; private set; }

    public IReadOnlyList<VirtualWorker> Workers { get; private set; } = [];

    public VirtualPump Pump { get; private set; } = null!;

    /// <summary>The session that holds the lines' locks.</summary>
    public Session Lines { get; private set; } = null!;

    public bool IsFrozen => _frozenUntil > _world.Now;

    /// <summary>Runs a step of this process after a while, unless it has died; a frozen one runs it when it wakes.</summary>
    public void Run(TimeSpan wait, Action step) => RunAt(_world.Now + wait, _incarnation, step);

    /// <summary>Whether the host lives on after this instant.</summary>
    public bool Pass(Point point)
    {
        if (IsDown) return false;
        if (_world.Faults.Take(Number, point) is not { } fault) return true;
        _world.Note(fault.FrozenFor is null ? "killed" : "frozen", point.ToString(), Number);
        if (fault.FrozenFor is { } time)
        {
            Freeze(time);
            return true;
        }

        Crash(fault.Restart);
        return false;
    }

    public void Wake()
    {
        foreach (var worker in Workers) worker.Wake();
        Pump.Wake();
    }

    public void Reload()
    {
        if (IsDown || ReferenceEquals(Calendars, _world.Catalogue.Calendars)) return;
        Calendars = _world.Catalogue.Calendars;
        new ClockRecountJob(_world, this).Start();
    }

    /// <summary>A session for the lines' locks, after the last one was ended.</summary>
    public void Reconnect() => Lines = new Session(Number);

    public void Crash(TimeSpan restart)
    {
        IsDown = true;
        _incarnation++;
        _frozenUntil = default;
        EndTransactions();
        EndSession(Lines);
        _world.Agenda.In(restart, () =>
        {
            IsDown = false;
            Calendars = _world.Catalogue.Calendars;
            Start();
            new ClockRecountJob(_world, this).Start();
            Wake();
        });
    }

    /// <summary>The server ends every session: it was stopped and started again.</summary>
    public void LoseConnections()
    {
        EndTransactions();
        EndSession(Lines);
        Pump.LoseCycle();
    }

    private void Freeze(TimeSpan time)
    {
        _frozenUntil = _world.Now + time;
        // The server ends a transaction that stands idle; the other hosts end a session whose lease has run out.
        if (time > IdleInTransaction) _world.Agenda.In(IdleInTransaction, EndTransactions);
        var (lease, session) = (TimeSpan.FromSeconds(_world.Fate.Between(21, 40, "lease", Number, _world.Now.UtcTicks)), Lines);
        if (time > lease) _world.Agenda.In(lease, () => EndSession(session));
    }

    private void Start()
    {
        Workers = [new VirtualWorker(_world, this, 0), new VirtualWorker(_world, this, 1)];
        Pump = new VirtualPump(_world, this);
        Lines = new Session(Number);
    }

    private void EndTransactions()
    {
        foreach (var worker in Workers) worker.EndTransaction();
        _world.WakeHosts();
    }

    private void EndSession(Session session)
    {
        session.End();
        _world.WakeHosts();
    }

    private void RunAt(DateTimeOffset time, int incarnation, Action step) => _world.Agenda.At(time, () =>
    {
        if (incarnation != _incarnation) return;
        if (IsFrozen) RunAt(_frozenUntil, incarnation, step);
        else step();
    });
}
