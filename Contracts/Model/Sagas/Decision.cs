namespace DichVuCong.Messaging;

/// <summary>A saga's decision: its new state, the effects in their order, and the edge of its state graph it took.</summary>
public abstract class Decision
{
    private readonly List<Effect> _effects = [];

    /// <summary>The effects, in the order in which they take place.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>The edge of the state graph that was taken, for the journal; null when the state stayed.</summary>
    public string? Edge { get; private protected set; }

    /// <summary>The saga's new state.</summary>
    public abstract object StateObject { get; }

    private protected void Add(Effect effect) => _effects.Add(effect);
}

/// <inheritdoc cref="Decision"/>
/// <typeparam name="TState">The saga's data.</typeparam>
public sealed class Decision<TState>(TState state) : Decision
    where TState : class
{
    /// <summary>The saga's new state.</summary>
    public TState State { get; } = state;

    /// <inheritdoc/>
    public override object StateObject => State;

    /// <summary>Sends a command to the one endpoint that owns it: a saga, a partner's line or a recorder.</summary>
    public Decision<TState> Send(object command) => With(new SendEffect(command));

    /// <summary>Publishes an event to every endpoint that subscribes to it.</summary>
    public Decision<TState> Publish(object @event) => With(new PublishEffect(@event));

    /// <summary>Answers the sender of the message decided on; nothing happens when the sender wants no answer.</summary>
    public Decision<TState> Reply(object message) => With(new ReplyEffect(message));

    /// <summary>Sets, or moves, the named clock to a fixed time.</summary>
    public Decision<TState> SetClock(string name, DateTimeOffset due) => With(new SetClockEffect(name, due, Terms: null));

    /// <summary>
    /// Sets, or moves, the named clock of working time. It keeps its terms, so that a new holiday moves it.
    /// </summary>
    public Decision<TState> SetClock(string name, ClockTerms terms, ICalendars calendars) =>
        With(new SetClockEffect(name, calendars.Due(terms), terms));

    /// <summary>Stops the named clock; <paramref name="used"/> is what it has used of its budget.</summary>
    public Decision<TState> SuspendClock(string name, long used) => With(new SuspendClockEffect(name, used));

    /// <summary>Removes the named clock. A firing that is already on its way is dropped when it arrives.</summary>
    public Decision<TState> CancelClock(string name) => With(new CancelClockEffect(name));

    /// <summary>Adds effects that were put together elsewhere, in their order.</summary>
    public Decision<TState> With(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects) Add(effect);
        return this;
    }

    /// <summary>Names the edge of the state graph that was taken.</summary>
    public Decision<TState> Took(string edge)
    {
        Edge = edge;
        return this;
    }

    private Decision<TState> With(Effect effect)
    {
        Add(effect);
        return this;
    }
}
