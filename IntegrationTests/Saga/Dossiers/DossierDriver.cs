using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.WorkingTime;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>
/// Runs one dossier's saga as the runtime would: messages and states are written and read again, effects reach their owners, clocks fire
/// when time has come. After every decision it checks what must hold whatever happens.
/// </summary>
internal sealed class DossierDriver
{
    private readonly Topology _topology;
    private readonly SagaDefinition _saga;
    private DossierData? _data;

    public DossierDriver(DossierRules? rules = null, ICalendars? calendars = null)
    {
        _topology = TestTopology.Of(rules);
        _saga = _topology.Sagas[Endpoints.Dossiers];
        Calendars = calendars ?? Sample.Calendars;
    }

    public DateTimeOffset Now { get; private set; } = Sample.Start;

    public ICalendars Calendars { get; private set; }

    public ClockTable Clocks { get; } = new();

    public FlagTable Flags { get; } = new();

    /// <summary>Everything that was published, in its order.</summary>
    public List<object> Events { get; } = [];

    /// <summary>Everything that was sent, in its order.</summary>
    public List<object> Commands { get; } = [];

    /// <summary>The rows of the history, each once.</summary>
    public Dictionary<string, KeepHistoryRow> History { get; } = [];

    public SortedDictionary<string, int> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>The edges that the journal names.</summary>
    public List<string> Edges { get; } = [];

    public UpdateDossierRow? Row { get; private set; }

    /// <summary>The state as it is stored.</summary>
    public byte[] Json { get; private set; } = [];

    public DossierData Data => _data ?? throw new InvalidOperationException("There is no dossier yet.");

    public Shown Shown => Data.Shown;

    public IEnumerable<T> Sent<T>() => Commands.OfType<T>();

    public IEnumerable<T> Told<T>() => Events.OfType<T>();

    /// <summary>Lets time pass; every clock that comes due on the way fires.</summary>
    public DossierDriver GoTo(DateTimeOffset then)
    {
        while (Clocks.Next is { } clock && clock.Due <= then)
        {
            Now = clock.Due > Now ? clock.Due : Now;
            Clocks.Remove(clock.Name);
            Give(new ClockFired(Sample.Code.Value, clock.Name, Serial: 1, clock.Due));
        }

        Now = then > Now ? then : Now;
        return this;
    }

    public DossierDriver GoTo(string local) => GoTo(WorkingTime.Moment.At(local));

    /// <summary>A new version of the calendars: clocks that move are told.</summary>
    public DossierDriver ChangeTo(WorkingCalendars calendars)
    {
        Calendars = calendars;
        foreach (var clock in Clocks.Running.Where(clock => clock.Terms is not null).ToList())
        {
            var due = calendars.Due(clock.Terms!);
            if (due == clock.Due) continue;
            Clocks.Apply(clock with { Due = due });
            Give(new ClockMoved(Sample.Code.Value, clock.Name, due, calendars.Version));
        }

        return this;
    }

    /// <summary>Hands a message over, now.</summary>
    public DossierDriver Give(object message)
    {
        var step = _saga.Steps[message.GetType()];
        if (_data is null) step.Starts.ShouldBeTrue($"{message.GetType().Name} comes before the dossier");
        var decision = step.Decide(_data, _topology.Carry(message), new Occasion(Now, Calendars, Guid.Empty, Now));
        foreach (var effect in decision.Effects) Apply(effect);
        if (decision.Edge is not null) Edges.Add(decision.Edge);
        Json = _saga.WriteState(decision.StateObject);
        _data = (DossierData)_saga.ReadState(Json);
        _saga.WriteState(_data).AsSpan().SequenceEqual(Json).ShouldBeTrue("the state, written and read, is the same");
        Invariants.Check(this);
        return this;
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case SendEffect send:
                _topology.OwnerOf(send.Command.GetType());
                Keep(_topology.Carry(send.Command));
                break;
            case PublishEffect publish:
                if (_topology.SubscribersOf(publish.Event.GetType()).Count == 0) Assert.Fail($"Nobody follows {publish.Event.GetType().Name}.");
                Events.Add(_topology.Carry(publish.Event));
                break;
            default:
                Clocks.Apply(effect);
                break;
        }
    }

    private void Keep(object command)
    {
        Commands.Add(command);
        if (_topology.TypeOf(command).KeyOf(command) != Sample.Code.Value) Assert.Fail($"{command.GetType().Name} has another key.");
        switch (command)
        {
            case UpdateDossierRow row:
                Row = row;
                break;
            case KeepHistoryRow row:
                // The recorder keeps the first; only of a row that was folded the saga cannot tell that it came before.
                if (!History.TryAdd(row.Row.RowId, row)) row.Flag.ShouldBe(DossierFlag.TooOld);
                break;
            case KeepFlag flag:
                Flags.Apply(flag);
                break;
            case CountFigure count:
                Math.Abs(count.By).ShouldBe(1);
                var key = $"{count.Agency} {count.Day:yyyy-MM-dd} {count.Figure}";
                Figures[key] = Figures.GetValueOrDefault(key) + count.By;
                if (Figures[key] == 0) Figures.Remove(key);
                break;
            default:
                break;
        }
    }
}
