using DichVuCong.Messaging;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;

namespace DichVuCong.Runtime.Lanes;

/// <summary>Turns the effects of one decision into rows. It either returns all of them or throws, and then nothing has happened.</summary>
internal sealed class EffectRouter(
    Topology topology, Vocabulary vocabulary, IReadOnlyDictionary<string, IReadOnlyList<string>> subscribers, ILineDirectory lines,
    Envelope cause, SagaSlot saga, DateTimeOffset now)
{
    private readonly RoutedEffects _routed = new();
    private int _ordinal;

    public RoutedEffects Route(IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case SendEffect send:
                    Route(send.Command, topology.OwnerOf(send.Command.GetType()));
                    break;
                case PublishEffect publish:
                    Publish(publish.Event);
                    break;
                case ReplyEffect reply:
                    Reply(reply.Message);
                    break;
                case SetClockEffect set:
                    _routed.Clocks[set.Name] = new ClockChange(set, SuspendedWith: null, Serial: 0);
                    break;
                case SuspendClockEffect suspend:
                    _routed.Clocks[suspend.Name] = new ClockChange(Set: null, suspend.Used, Serial: 0);
                    break;
                case CancelClockEffect cancel:
                    _routed.Clocks[cancel.Name] = default;
                    break;
                default:
                    throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}.");
            }
        }

        return _routed;
    }

    private void Publish(object message)
    {
        var type = topology.TypeOf(message);
        if (!subscribers.TryGetValue(type.Name, out var endpoints)) return;
        foreach (var endpoint in endpoints) Route(message, endpoint);
    }

    private void Reply(object message)
    {
        if (cause.ReplyTo is not { } endpoint) return;
        var key = cause.ReplyKey ?? cause.Key;
        Enqueue(message, endpoint, key);
    }

    private void Route(object message, string endpoint)
    {
        if (topology.Recorders.Contains(endpoint))
        {
            var key = topology.TypeOf(message).KeyOf(message);
            _routed.Recorded.Add((endpoint, new RecordedMessage(message, NextId(), key, LaneOf(key), now)));
        }
        else if (topology.Partners.TryGetValue(endpoint, out var partner))
        {
            Call(message, partner);
        }
        else
        {
            Enqueue(message, vocabulary.Endpoint(endpoint), topology.TypeOf(message).KeyOf(message));
        }
    }

    private void Enqueue(object message, short endpoint, string key)
    {
        var type = topology.TypeOf(message);
        var sameKey = string.Equals(key, cause.Key, StringComparison.Ordinal);
        var schema = vocabulary.Written.Of(type);
        _routed.Ready.Add(new NewMessage(
            LaneOf(key), sameKey ? saga.Flow : Flow.Shared, NextId(), vocabulary.Type(type), schema, endpoint, key,
            ReplyTo: cause.Endpoint, ReplyKey: sameKey ? null : cause.Key, cause.Id, cause.Conversation, now, cause.Trace, type.Write(message, schema)));
    }

    private void Call(object command, PartnerDefinition partner)
    {
        var type = topology.TypeOf(command);
        var key = type.KeyOf(command);
        var name = partner.Steps[command.GetType()].PartnerOf(command);
        var line = lines.LineFor(name, key) ?? throw new InvalidOperationException($"There is no line for partner '{name}'.");
        var schema = vocabulary.Written.Of(type);
        _routed.Outbound.Add(new NewOutbound(
            line, saga.Flow, NextId(), vocabulary.Type(type), schema, key, cause.Endpoint, cause.Key, saga.Id, cause.Id, cause.Conversation, now,
            cause.Trace, type.Write(command, schema)));
    }

    private short LaneOf(string key) => string.Equals(key, cause.Key, StringComparison.Ordinal) ? cause.Lane : Lane.Of(key);

    private Guid NextId() => DerivedId.Of(cause.Id, _ordinal++);
}

/// <summary>The rows of one decision.</summary>
internal sealed class RoutedEffects
{
    public List<NewMessage> Ready { get; } = [];

    public List<NewOutbound> Outbound { get; } = [];

    public List<(string Recorder, RecordedMessage Message)> Recorded { get; } = [];

    public Dictionary<string, ClockChange> Clocks { get; } = new(StringComparer.Ordinal);
}
