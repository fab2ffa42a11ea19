using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>
/// Plays messages to one saga as the runtime would: from the bytes of each message and of the state as it is stored, to the bytes of the next
/// state, the effects in their order, the clocks that are set, and the edge.
/// </summary>
internal sealed class Player(string endpoint)
{
    private readonly SagaDefinition _saga = SystemTopology.Sagas.Sagas[endpoint];
    private byte[]? _state;

    /// <summary>The clocks as the runtime would keep them.</summary>
    public ClockBoard Clocks { get; } = new();

    /// <summary>Goes on from a state that was stored.</summary>
    public Player From(byte[] state, short schema)
    {
        _state = _saga.WriteState(_saga.ReadState(state, schema));
        return this;
    }

    /// <summary>Plays one message.</summary>
    /// <param name="now">When it is decided on.</param>
    /// <param name="calendar">The version of the calendars.</param>
    /// <param name="message">The message as it is stored.</param>
    /// <returns>What it leads to.</returns>
    public JsonObject Play(DateTimeOffset now, int calendar, StoredMessage message)
    {
        var body = message.Read();
        if (body is ClockFired fired) Clocks.Remove(fired.Clock);
        if (body is ClockMoved moved) Clocks.Move(moved.Clock, moved.Due);
        var before = _state is null ? null : _saga.ReadState(_state);
        var decision = _saga.Steps[body.GetType()].Decide(before, body, new Occasion(now, GoldenCalendars.Of(calendar), Guid.Empty, now));
        foreach (var effect in decision.Effects) Clocks.Apply(effect);
        _state = _saga.WriteState(decision.StateObject);
        return new JsonObject
        {
            ["edge"] = decision.Edge,
            ["schema"] = _saga.StateSchema,
            ["state"] = JsonNode.Parse(_state),
            ["effects"] = new JsonArray([.. decision.Effects.Select(EffectText.Of)]),
            ["clocks"] = Clocks.ToJson(),
        };
    }
}

/// <summary>The clocks of one saga.</summary>
internal sealed class ClockBoard
{
    private readonly SortedDictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SetClockEffect> _running = [];

    /// <summary>The clocks that run, the next first.</summary>
    public IReadOnlyList<SetClockEffect> Running => [.. _running.Values.OrderBy(clock => clock.Due).ThenBy(clock => clock.Name, StringComparer.Ordinal)];

    public void Apply(Effect effect)
    {
        switch (effect)
        {
            case SetClockEffect set:
                Remove(set.Name);
                _running.Add(set.Name, set);
                _shown.Add(set.Name, EffectText.Time(set.Due));
                break;
            case SuspendClockEffect suspend:
                Remove(suspend.Name);
                _shown.Add(suspend.Name, string.Create(CultureInfo.InvariantCulture, $"suspended, {suspend.Used} used"));
                break;
            case CancelClockEffect cancel:
                Remove(cancel.Name);
                break;
            default:
                break;
        }
    }

    /// <summary>A new calendar moves a clock before its saga is told.</summary>
    public void Move(string name, DateTimeOffset due)
    {
        if (_running.TryGetValue(name, out var clock)) Apply(clock with { Due = due });
    }

    public void Remove(string name)
    {
        _running.Remove(name);
        _shown.Remove(name);
    }

    public JsonObject ToJson() => new(_shown.Select(clock => KeyValuePair.Create<string, JsonNode?>(clock.Key, clock.Value)));
}
