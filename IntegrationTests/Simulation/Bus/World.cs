using System.Buffers.Binary;
using System.Numerics;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using DichVuCong.Simulation.Bus.Doors;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Lanes;
using DichVuCong.Simulation.Bus.Lines;
using DichVuCong.Simulation.Bus.Registries;
using DichVuCong.Simulation.Bus.Store;
using DichVuCong.Simulation.Catalogue;
using DichVuCong.Simulation.Chance;
using DichVuCong.Simulation.Invariants;
using DichVuCong.Simulation.Partners;
using DichVuCong.Simulation.Plans;

namespace DichVuCong.Simulation.Bus;

/// <summary>Everything of one history: one thread, one clock, some hosts on one database, a gateway, and the partners.</summary>
internal sealed class World
{
    /// <summary>The gateway's number among the hosts.</summary>
    public const int Gateway = 9;

    private const int Workers = 3;

    private readonly Dictionary<string, short> _clocks = new(StringComparer.Ordinal);
    private readonly Guid _ids;
    private int _nextId;

    public World(ulong seed, DateTimeOffset start, Mutation mutation, bool isTraced)
    {
        (Fate, Mutation, Agenda, Trace) = (new Fate(seed), mutation, new Agenda(start), new Trace(isTraced));
        _ids = IdOf(start, seed);
        Faults = new FaultBoard(Fate);
        Catalogue = new LiveCatalogue();
        Checks = new Checks(this);
        Registry = new VirtualRegistry(this);
        Feed = new VirtualFeed(this);
        Payments = new VirtualPayments(this);
        Parcels = new VirtualParcels(this);
        LineDirectory = new VirtualLineDirectory(Tables);
        Topology = SystemTopology.Create(mutation);
        Partners = ModelledPartners.Join(this);
        RuntimeMessages.AddTo(Topology);
        Vocabulary = SystemTopology.VocabularyOf(Topology);
        Subscribers = SystemTopology.SubscribersOf(Topology);
        FiredType = (Vocabulary.Type(Topology.TypeNamed("bus.clock-fired.v1")!), Topology.TypeNamed("bus.clock-fired.v1")!);
        var accounts = VirtualAccounts.All();
        Scopes = accounts[^1];
        IVirtualRecorder[] recorders = [Registry, Feed, Payments, new VirtualPaymentFeed(this), Parcels, .. accounts];
        Recorders = recorders.ToDictionary(recorder => recorder.Endpoint, StringComparer.Ordinal);
        Network = new VirtualNetwork(this);
        Door = new VirtualDoor(this);
        Hosts = [.. Enumerable.Range(0, Workers).Select(number => new VirtualHost(this, number))];
        foreach (var host in Hosts) host.Wake();
    }

    public Fate Fate { get; }

    public Mutation Mutation { get; }

    public Agenda Agenda { get; }

    public Trace Trace { get; }

    public FaultBoard Faults { get; }

    public Checks Checks { get; }

    public Tables Tables { get; } = new();

    public Topology Topology { get; }

    public Vocabulary Vocabulary { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Subscribers { get; }

    public (short Number, MessageType Type) FiredType { get; }

    public IReadOnlyDictionary<string, IVirtualRecorder> Recorders { get; }

    public VirtualAccounts Scopes { get; }

    public VirtualRegistry Registry { get; }

    public VirtualFeed Feed { get; }

    public VirtualPayments Payments { get; }

    public VirtualParcels Parcels { get; }

    public VirtualLineDirectory LineDirectory { get; }

    public VirtualNetwork Network { get; }

    public VirtualDoor Door { get; }

    public IReadOnlyList<VirtualHost> Hosts { get; }

    public LiveCatalogue Catalogue { get; }

    public ModelledPartners Partners { get; }

    /// <summary>Messages about which an operator ordered something.</summary>
    public HashSet<Guid> Operated { get; } = [];

    /// <summary>By how much the database's clock is behind.</summary>
    public TimeSpan DatabaseLag { get; set; }

    public DateTimeOffset Now => Agenda.Now;

    /// <summary>The database's clock: what decisions go by.</summary>
    public DateTimeOffset DatabaseNow => Agenda.Now - DatabaseLag;

    /// <summary>A new message id: the same in every run of this history.</summary>
    public Guid NewId() => DerivedId.Of(_ids, _nextId++);

    public void Note(string what, string about, long detail = 0) => Trace.Note(Now, what, about, detail);

    public short ClockNumber(string name)
    {
        Learn(name);
        return _clocks[name];
    }

    public void Learn(string clock)
    {
        if (_clocks.ContainsKey(clock)) return;
        var number = (short)(1000 + _clocks.Count);
        _clocks.Add(clock, number);
        Vocabulary.Know(number, "clock", clock);
    }

    public void SetClock(ClockRow clock)
    {
        Tables.Set(clock);
        if (clock.State == ClockState.Running) WakeAt(clock.Due);
    }

    /// <summary>Somebody looks at the lanes when a time has come.</summary>
    public void WakeAt(DateTimeOffset time) => Agenda.At(time + DatabaseLag, WakeLanes);

    public void WakeLanes()
    {
        foreach (var host in Hosts)
        {
            foreach (var worker in host.Workers) worker.Wake();
        }
    }

    public void WakePumps()
    {
        foreach (var host in Hosts)
        {
            if (!host.IsDown) host.Pump.Wake();
        }
    }

    public void WakeHosts()
    {
        WakeLanes();
        WakePumps();
    }

    /// <summary>The lanes in which there is something to do, a bit for each.</summary>
    public ulong LanesWithWork(DateTimeOffset now)
    {
        var work = 0UL;
        for (var lane = 0; lane < Lane.Count; lane++)
        {
            if (Tables.Ready[lane].Count > 0) work |= 1UL << lane;
        }

        foreach (var clock in Tables.DueClocks(now)) work |= 1UL << clock.Lane;
        foreach (var (message, until) in Tables.Waiting)
        {
            if (until <= now) work |= 1UL << message.Lane;
        }

        return work;
    }

    /// <summary>After a batch: its calls are waited for, what it leaves is taken up, and what must hold is looked at.</summary>
    public void AfterCommit(LaneTransaction open)
    {
        Checks.AfterBatch(open);
        if (open.Output.Outbound.Count > 0) WakePumps();
        foreach (var (_, until) in open.Output.Waiting) WakeAt(until);
    }

    private static Guid IdOf(DateTimeOffset start, ulong seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, start.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], BitOperations.RotateLeft(seed, 17));
        return new Guid(bytes, bigEndian: true);
    }
}
