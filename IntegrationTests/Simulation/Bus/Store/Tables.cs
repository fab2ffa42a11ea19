using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Simulation.Bus.Store;

/// <summary>
/// The tables of schema <c>bus</c>, in memory. A transaction's writes are applied at its commit, in one step, or not at all; what a transaction
/// reads under a lane's lock nobody else writes.
/// </summary>
internal sealed class Tables
{
    private readonly SortedSet<(long Due, long Saga, short Name)> _due = [];
    private readonly Dictionary<long, long> _arrivals = [];
    private long _seq;
    private long _saga;

    public SortedList<long, Envelope>[] Ready { get; } = [.. Enumerable.Range(0, Lane.Count).Select(_ => new SortedList<long, Envelope>())];

    /// <summary>Who holds the lanes' locks.</summary>
    public Session?[] LaneLocks { get; } = new Session?[Lane.Count];

    public Dictionary<(short Type, string Key), SagaRow> Sagas { get; } = [];

    public Dictionary<long, SagaRow> SagasById { get; } = [];

    public SortedDictionary<(long Saga, short Name), ClockRow> Clocks { get; } = [];

    public SortedDictionary<int, LineTable> Lines { get; } = [];

    /// <summary>The closed keys, by scope: an endpoint, or minus a line.</summary>
    public HashSet<(int Scope, string Key)> Blocked { get; } = [];

    public Dictionary<(int Scope, string Key), SortedList<long, Envelope>> HeldMessages { get; } = [];

    public Dictionary<(int Line, string Key), SortedList<long, CallRow>> HeldCalls { get; } = [];

    public List<ParkedRow> Parked { get; } = [];

    public List<(Envelope Message, DateTimeOffset Until)> Waiting { get; } = [];

    public Dictionary<(string Endpoint, string Identity), InboxRow> Inbox { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public List<DoubtRow> Doubts { get; } = [];

    /// <summary>How many messages have come so far, by the commits that brought them: what a claim can see.</summary>
    public long Arrivals { get; private set; }

    public long NextSeq() => ++_seq;

    /// <summary>As which of them a message came. Two producers may commit in another order than that of the numbers that they drew.</summary>
    public long ArrivalOf(long seq) => _arrivals.GetValueOrDefault(seq);

    public long NextSagaId() => ++_saga;

    public bool IsLocked(int lane) => LaneLocks[lane] is { IsAlive: true };

    public void Enqueue(NewMessage message, long seq)
    {
        _arrivals[seq] = ++Arrivals;
        Ready[message.Lane].Add(seq, EnvelopeOf(message, seq));
    }

    private static Envelope EnvelopeOf(NewMessage message, long seq) => new()
    {
        Lane = message.Lane,
        Flow = message.Flow,
        Seq = seq,
        Id = message.Id,
        Type = message.Type,
        Schema = message.Schema,
        Endpoint = message.Endpoint,
        Key = message.Key,
        ReplyTo = message.ReplyTo,
        ReplyKey = message.ReplyKey,
        Cause = message.Cause,
        Conversation = message.Conversation,
        SentAt = message.SentAt,
        Body = message.Body,
    };

    public void PutBack(Envelope message) => Ready[message.Lane].Add(message.Seq, message);

    public void Hold(int scope, Envelope message)
    {
        if (!HeldMessages.TryGetValue((scope, message.Key), out var held)) HeldMessages.Add((scope, message.Key), held = []);
        held.Add(message.Seq, message);
    }

    public void Hold(CallRow call)
    {
        if (!HeldCalls.TryGetValue((call.Line, call.Key), out var held)) HeldCalls.Add((call.Line, call.Key), held = []);
        held.Add(call.Seq, call);
    }

    public void Set(ClockRow clock)
    {
        RemoveClock(clock.Saga, clock.Name);
        Clocks.Add((clock.Saga, clock.Name), clock);
        if (clock.State == ClockState.Running) _due.Add((clock.Due.UtcTicks, clock.Saga, clock.Name));
    }

    public void RemoveClock(long saga, short name)
    {
        if (Clocks.Remove((saga, name), out var clock)) _due.Remove((clock.Due.UtcTicks, saga, name));
    }

    /// <summary>The running clocks that are due, the earliest first.</summary>
    public IEnumerable<ClockRow> DueClocks(DateTimeOffset now)
    {
        foreach (var (due, saga, name) in _due)
        {
            if (due > now.UtcTicks) yield break;
            yield return Clocks[(saga, name)];
        }
    }
}
