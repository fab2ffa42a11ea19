namespace DichVuCong.Messaging;

/// <summary>
/// A saga decides and does nothing: it maps (state, message, occasion) to a new state and effects. It does no I/O, reads no clock, draws no
/// random number and awaits nothing, so the runtime may take hundreds of decisions in one transaction and a simulator may replay any history.
/// </summary>
/// <typeparam name="TState">
/// The saga's data: an immutable record, at most 1.5 kB as JSON. A state of 4 kB costs three times the time and four times the log.
/// </typeparam>
public abstract class Saga<TState>
    where TState : class
{
    /// <summary>Starts a decision that leads to <paramref name="state"/>.</summary>
    protected static Decision<TState> Become(TState state) => new(state);
}

/// <summary>The saga is started by this message when there is none for its key; an existing saga handles it like any other message.</summary>
public interface IStartedBy<TState, in TMessage>
    where TState : class
{
    /// <summary>Decides on <paramref name="message"/>; <paramref name="state"/> is null when the saga is new.</summary>
    Decision<TState> Handle(TState? state, TMessage message, Occasion occasion);
}

/// <summary>The saga handles this message when it exists; what happens when it does not is the message's <see cref="Absent"/> policy.</summary>
public interface IHandle<TState, in TMessage>
    where TState : class
{
    /// <summary>Decides on <paramref name="message"/>.</summary>
    Decision<TState> Handle(TState state, TMessage message, Occasion occasion);
}

/// <summary>What happens to a message whose saga does not exist.</summary>
public enum Absent
{
    /// <summary>The message is journalled and ends there: it came too late to matter.</summary>
    RecordAndEnd,

    /// <summary>The message waits, for a bounded time, for the saga to be started; then it is parked.</summary>
    Wait,

    /// <summary>The message should have been refused at the door; one that gets here all the same is parked.</summary>
    RefuseAtTheDoor,
}
