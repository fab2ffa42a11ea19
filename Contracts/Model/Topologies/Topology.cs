namespace DichVuCong.Messaging;

/// <summary>
/// What a system consists of: its messages, the sagas that decide, the partners that are called, the recorders that keep rows for people to
/// read, and who subscribes to what. Built once; the runtime and the simulator run the same one.
/// </summary>
public sealed class Topology
{
    private readonly Dictionary<Type, MessageType> _messages = [];
    private readonly Dictionary<string, MessageType> _messagesByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SagaDefinition> _sagas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartnerDefinition> _partners = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _owners = [];
    private readonly HashSet<string> _recorders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entrances = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, List<string>> _subscribers = [];

    /// <summary>Creates a topology that knows the model's own messages.</summary>
    public Topology()
    {
        Message(new MessageType<ClockFired>("bus.clock-fired.v1", () => MessagingJson.Default.ClockFired, message => message.Saga));
        Message(new MessageType<ClockMoved>("bus.clock-moved.v1", () => MessagingJson.Default.ClockMoved, message => message.Saga));
    }

    /// <summary>All message types.</summary>
    public IReadOnlyCollection<MessageType> Messages => _messages.Values;

    /// <summary>The sagas by endpoint.</summary>
    public IReadOnlyDictionary<string, SagaDefinition> Sagas => _sagas;

    /// <summary>The kinds of partner by endpoint.</summary>
    public IReadOnlyDictionary<string, PartnerDefinition> Partners => _partners;

    /// <summary>The recorders' endpoints.</summary>
    public IReadOnlySet<string> Recorders => _recorders;

    /// <summary>The kinds of inbound call whose repetitions are recognised at the door.</summary>
    public IReadOnlySet<string> Entrances => _entrances;

    /// <summary>Every subscription, as (event's name, endpoint).</summary>
    public IEnumerable<(string Event, string Endpoint)> Subscriptions =>
        _subscribers.SelectMany(pair => pair.Value.Select(endpoint => (_messages[pair.Key].Name, endpoint)));

    /// <summary>Adds a message type.</summary>
    public Topology Message(MessageType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        type.Shapes.Check();
        _messages.Add(type.ClrType, type);
        _messagesByName.Add(type.Name, type);
        return this;
    }

    /// <summary>Adds a saga. It owns the commands among <paramref name="owned"/>; the other messages it takes are replies and events.</summary>
    public Topology Saga(SagaDefinition saga, params ReadOnlySpan<Type> owned)
    {
        ArgumentNullException.ThrowIfNull(saga);
        saga.Shapes.Check();
        _sagas.Add(saga.Endpoint, saga);
        Own(saga.Endpoint, owned);
        return this;
    }

    /// <summary>Adds a kind of partner, which owns the commands of its operations.</summary>
    public Topology Partner(PartnerDefinition partner)
    {
        ArgumentNullException.ThrowIfNull(partner);
        _partners.Add(partner.Endpoint, partner);
        Own(partner.Endpoint, [.. partner.Steps.Keys]);
        return this;
    }

    /// <summary>
    /// Adds a recorder: an endpoint that writes rows of its own tables in the transaction of the decision that sent the message. It owns the
    /// commands among <paramref name="owned"/> and may subscribe to events.
    /// </summary>
    public Topology Recorder(string endpoint, params ReadOnlySpan<Type> owned)
    {
        _recorders.Add(endpoint);
        Own(endpoint, owned);
        return this;
    }

    /// <summary>Adds a kind of inbound call whose repetitions are recognised at the door.</summary>
    public Topology Entrance(string name)
    {
        _entrances.Add(name);
        return this;
    }

    /// <summary>Subscribes an endpoint to an event.</summary>
    public Topology Subscribe<TEvent>(string endpoint)
    {
        if (!_subscribers.TryGetValue(typeof(TEvent), out var endpoints)) _subscribers.Add(typeof(TEvent), endpoints = []);
        if (!endpoints.Contains(endpoint, StringComparer.Ordinal)) endpoints.Add(endpoint);
        return this;
    }

    /// <summary>The type of a message.</summary>
    /// <exception cref="InvalidOperationException">The message is not declared.</exception>
    public MessageType TypeOf(object message) =>
        _messages.TryGetValue(message.GetType(), out var type)
            ? type
            : throw new InvalidOperationException($"{message.GetType().Name} is not declared as a message.");

    /// <summary>The type with this name, or null when this build does not know it.</summary>
    public MessageType? TypeNamed(string name) => _messagesByName.GetValueOrDefault(name);

    /// <summary>The endpoint that owns a command.</summary>
    /// <exception cref="InvalidOperationException">No endpoint owns it.</exception>
    public string OwnerOf(Type command) =>
        _owners.TryGetValue(command, out var owner)
            ? owner
            : throw new InvalidOperationException($"No endpoint owns {command.Name}.");

    /// <summary>The endpoints that subscribe to an event.</summary>
    public IReadOnlyList<string> SubscribersOf(Type @event) => _subscribers.TryGetValue(@event, out var endpoints) ? endpoints : [];

    private void Own(string endpoint, ReadOnlySpan<Type> commands)
    {
        foreach (var command in commands)
        {
            if (!_messages.ContainsKey(command)) throw new InvalidOperationException($"{command.Name} is not declared as a message.");
            if (!_owners.TryAdd(command, endpoint)) throw new InvalidOperationException($"{command.Name} is owned by {_owners[command]} already.");
        }
    }
}
