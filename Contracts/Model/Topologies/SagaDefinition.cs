using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace DichVuCong.Messaging;

/// <summary>A saga as the runtime sees it: an endpoint with a state and one step for each message it takes.</summary>
public abstract class SagaDefinition
{
    private protected SagaDefinition(string endpoint, short stateSchema)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(endpoint);
        Endpoint = endpoint;
        Shapes = new Shapes(endpoint, stateSchema);
    }

    /// <summary>The endpoint's name, which is also the saga type's name in the store.</summary>
    public string Endpoint { get; }

    /// <summary>The shapes of the state, and how older ones are lifted to the record's.</summary>
    public Shapes Shapes { get; }

    /// <summary>The number of the state's newest shape.</summary>
    public short StateSchema => Shapes.Newest;

    /// <summary>The steps by the message's record.</summary>
    public abstract IReadOnlyDictionary<Type, SagaStep> Steps { get; }

    /// <summary>Whether this build can read a state of this shape.</summary>
    public bool Understands(short schema) => Shapes.Understands(schema);

    /// <summary>Writes a state as UTF-8 JSON, in its newest shape.</summary>
    public byte[] WriteState(object state) => WriteState(state, StateSchema);

    /// <summary>Writes a state as UTF-8 JSON, in the newest shape or in the one before it (<see cref="Shapes.WrittenWhen"/>).</summary>
    public abstract byte[] WriteState(object state, short schema);

    /// <summary>Reads a state of the newest shape.</summary>
    public object ReadState(ReadOnlySpan<byte> state) => ReadState(state, StateSchema);

    /// <summary>Reads a state, lifted from the shape in which it was stored.</summary>
    /// <exception cref="SchemaNotUnderstoodException">This build cannot read the shape.</exception>
    public abstract object ReadState(ReadOnlySpan<byte> state, short schema);

    /// <summary>Whether there is a small form, and these bytes are not of it yet.</summary>
    public abstract bool CanShrink(ReadOnlySpan<byte> state);

    /// <summary>The small form of a finished saga's state; null when it is not finished, or is shrunk already, or has no small form.</summary>
    /// <exception cref="SchemaNotUnderstoodException">This build cannot read the shape.</exception>
    public abstract byte[]? ShrinkState(ReadOnlySpan<byte> state, short schema);
}

/// <summary>What a saga does with one message.</summary>
/// <param name="Starts">Whether the message starts the saga.</param>
/// <param name="Absent">What happens without a saga, when the message does not start one.</param>
/// <param name="Decide">The decision; the state is null only for a message that starts the saga.</param>
public sealed record SagaStep(bool Starts, Absent Absent, Func<object?, object, Occasion, Decision> Decide);

/// <inheritdoc cref="SagaDefinition"/>
/// <typeparam name="TState">The saga's data.</typeparam>
/// <param name="endpoint">The endpoint.</param>
/// <param name="json">How the state is written and read; asked for with the first state, since doors know sagas whose states they never see.</param>
/// <param name="stateSchema">The number of the state's newest shape.</param>
public sealed class SagaDefinition<TState>(string endpoint, Func<JsonTypeInfo<TState>> json, short stateSchema = 1) : SagaDefinition(endpoint, stateSchema)
    where TState : class
{
    private readonly Dictionary<Type, SagaStep> _steps = [];
    private IShrunkForm<TState>? _shrunk;
    private JsonTypeInfo<TState>? _json;

    /// <inheritdoc cref="SagaDefinition{TState}"/>
    public SagaDefinition(string endpoint, JsonTypeInfo<TState> json, short stateSchema = 1)
        : this(endpoint, () => json, stateSchema)
    {
    }

    private JsonTypeInfo<TState> Json => _json ??= json();

    /// <inheritdoc/>
    public override IReadOnlyDictionary<Type, SagaStep> Steps => _steps;

    /// <summary>Declares that <typeparamref name="TMessage"/> starts the saga.</summary>
    public SagaDefinition<TState> StartedBy<TMessage>(IStartedBy<TState, TMessage> saga)
        where TMessage : class
    {
        _steps.Add(typeof(TMessage), new SagaStep(
            Starts: true,
            Absent.RefuseAtTheDoor,
            (state, message, occasion) => saga.Handle((TState?)state, (TMessage)message, occasion)));
        return this;
    }

    /// <summary>Declares that the saga handles <typeparamref name="TMessage"/>.</summary>
    public SagaDefinition<TState> Handles<TMessage>(IHandle<TState, TMessage> saga, Absent absent = Absent.RecordAndEnd)
        where TMessage : class
    {
        _steps.Add(typeof(TMessage), new SagaStep(
            Starts: false,
            absent,
            (state, message, occasion) => saga.Handle((TState)state!, (TMessage)message, occasion)));
        return this;
    }

    /// <summary>Declares how a state of shape <paramref name="from"/> becomes one of the shape after it: a pure function of the JSON.</summary>
    public SagaDefinition<TState> Lift(short from, Func<JsonObject, JsonObject> lift)
    {
        Shapes.AddLift(from, lift);
        return this;
    }

    /// <inheritdoc cref="MessageType{TMessage}.WritesWhenAllUnderstand"/>
    public SagaDefinition<TState> WritesWhenAllUnderstand(Func<JsonObject, JsonObject> lower)
    {
        Shapes.Wait(lower);
        return this;
    }

    /// <summary>Declares how a finished saga's state shrinks.</summary>
    public SagaDefinition<TState> Shrinks(IShrunkForm<TState> form)
    {
        _shrunk = form;
        return this;
    }

    /// <inheritdoc/>
    public override byte[] WriteState(object state, short schema) => _shrunk?.IsShrunk((TState)state) == true
        ? _shrunk.Write((TState)state)
        : Shapes.Lower(JsonSerializer.SerializeToUtf8Bytes((TState)state, Json), schema);

    /// <inheritdoc/>
    public override bool CanShrink(ReadOnlySpan<byte> state) => _shrunk?.IsWritten(state) == false;

    /// <inheritdoc/>
    public override byte[]? ShrinkState(ReadOnlySpan<byte> state, short schema) =>
        CanShrink(state) && _shrunk!.Shrink((TState)ReadState(state, schema)) is { } small ? _shrunk.Write(small) : null;

    /// <inheritdoc/>
    public override object ReadState(ReadOnlySpan<byte> state, short schema)
    {
        if (_shrunk?.IsWritten(state) == true) return _shrunk.Read(state);
        return (schema == StateSchema ? JsonSerializer.Deserialize(state, Json) : Shapes.Lift(state, schema).Deserialize(Json))
            ?? throw new JsonException($"The stored state of a saga of {Endpoint} is null.");
    }
}
