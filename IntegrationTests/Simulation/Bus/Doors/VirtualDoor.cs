using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Doors;

/// <summary>
/// The gateway's door: calls that come within milliseconds commit together, each gets its own answer afterwards, and nobody is answered before.
/// When the gateway dies, its callers get no answer and must ask again.
/// </summary>
internal sealed class VirtualDoor(World world)
{
    private readonly List<WaitingCall> _waiting = [];
    private readonly List<(string Endpoint, string Identity)> _conflicts = [];
    private bool _isCollecting;
    private int _incarnation;
    private bool _isConnected = true;

    /// <summary>Conflicts that were recorded.</summary>
    public IReadOnlyList<(string Endpoint, string Identity)> Conflicts => _conflicts;

    public bool IsDown { get; private set; }

    /// <summary>Hands a call in. The answer is null when there will be none.</summary>
    public void Accept(DoorCall call, Action<DoorAnswer?> answer, Action? refused = null)
    {
        if (IsDown)
        {
            answer(null);
            return;
        }

        if (world.Mutation == Mutation.AnswerBeforeCommit && Recall(call.Identity) is null) answer(new DoorAnswer(DoorVerdict.New, call.Answer));
        _waiting.Add(new WaitingCall(call, answer, refused));
        if (_isCollecting) return;
        _isCollecting = true;
        Run(TimeSpan.FromMilliseconds(3), Collect);
    }

    /// <summary>What became of an earlier call with this identity.</summary>
    public DoorAnswer? Recall(CallIdentity? identity) =>
        identity is not null && world.Tables.Inbox.TryGetValue(KeyOf(identity), out var row) ? Compare(identity, row) : null;

    /// <summary>The database ended the connection: the group under way is lost, and its callers are told to come back.</summary>
    public void LoseConnection() => _isConnected = false;

    private void Collect()
    {
        _isCollecting = false;
        var group = _waiting.ToList();
        _waiting.Clear();
        _isConnected = true;
        if (!Pass(Point.GroupCollected, group)) return;
        Run(TimeSpan.FromMilliseconds(2), () => Commit(group));
    }

    private void Commit(List<WaitingCall> group)
    {
        if (!_isConnected)
        {
            foreach (var call in group) call.Answer(null);
            return;
        }

        var answers = group.ConvertAll(waiting => (waiting, Answer: CommitOne(waiting)));
        world.WakeLanes();
        if (!Pass(Point.GroupCommitted, group)) return;
        Run(TimeSpan.FromMilliseconds(1), () =>
        {
            foreach (var (waiting, answer) in answers)
            {
                if (answer is null) waiting.Refused?.Invoke();
                else waiting.Answer(answer);
            }
        });
    }

    /// <summary>One call of a group, in the order of arrival. Null when it broke a rule of the database, and nothing of it was kept.</summary>
    private DoorAnswer? CommitOne(WaitingCall waiting)
    {
        var call = waiting.Call;
        if (world.Mutation != Mutation.ForgetToDeduplicate && Recall(call.Identity) is { } earlier)
        {
            if (earlier.Verdict == DoorVerdict.Conflict) _conflicts.Add(KeyOf(call.Identity!));
            return earlier;
        }

        foreach (var record in call.Records)
        {
            if (!DoorRecord.TryWrite(world, record)) return null;
        }

        if (call.Identity is { } identity) world.Tables.Inbox[KeyOf(identity)] = new InboxRow(identity.Content, call.Answer);
        foreach (var message in call.Messages) Send(message);
        return new DoorAnswer(DoorVerdict.New, call.Answer);
    }

    private void Send(DoorMessage message)
    {
        var type = world.Topology.TypeOf(message.Message);
        var (key, id) = (type.KeyOf(message.Message), world.NewId());
        world.Note("door", key);
        var row = new NewMessage(
            Lane.Of(key), message.Flow, id, world.Vocabulary.Type(type), type.Schema,
            world.Vocabulary.Endpoint(world.Topology.OwnerOf(message.Message.GetType())), key, ReplyTo: null, ReplyKey: null, Cause: null,
            Conversation: id, world.Now, Trace: null, type.Write(message.Message));
        world.Tables.Enqueue(row, world.Tables.NextSeq());
    }

    private bool Pass(Point point, List<WaitingCall> group)
    {
        if (world.Faults.Take(World.Gateway, point) is not { } fault) return true;
        world.Note("gateway killed", point.ToString());
        IsDown = true;
        _incarnation++;
        _isCollecting = false;
        foreach (var call in group.Concat(_waiting)) call.Answer(null);
        _waiting.Clear();
        world.Agenda.In(fault.Restart, () => IsDown = false);
        return false;
    }

    private void Run(TimeSpan wait, Action step)
    {
        var incarnation = _incarnation;
        world.Agenda.In(wait, () =>
        {
            if (incarnation == _incarnation) step();
        });
    }

    private static DoorAnswer Compare(CallIdentity identity, InboxRow row) =>
        new(identity.Content.AsSpan().SequenceEqual(row.Content) ? DoorVerdict.SameAgain : DoorVerdict.Conflict, row.Answer);

    private static (string, string) KeyOf(CallIdentity identity) => (identity.Endpoint, Convert.ToHexString(identity.Identity));

    private sealed record WaitingCall(DoorCall Call, Action<DoorAnswer?> Answer, Action? Refused);
}
