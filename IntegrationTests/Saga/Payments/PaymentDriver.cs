using DichVuCong.Messaging;
using DichVuCong.Saga.Payments;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Payments;

/// <summary>
/// Runs one saga of the payments as the runtime would: messages and states are written and read again, effects reach their owners, clocks
/// fire when time has come.
/// </summary>
internal abstract class PaymentDriver<TData, TSelf>(string endpoint, string key, PaymentRules? rules)
    where TData : class
    where TSelf : PaymentDriver<TData, TSelf>
{
    private readonly Topology _topology = PaymentTopologies.Of(rules);
    private TData? _data;

    /// <summary>The rules by which it decides.</summary>
    public PaymentRules Rules { get; } = rules ?? new PaymentRules();

    public DateTimeOffset Now { get; private set; } = Sample.Start;

    public ClockTable Clocks { get; } = new();

    /// <summary>Everything that was sent, in its order.</summary>
    public List<object> Commands { get; } = [];

    /// <summary>Everything that was published, in its order.</summary>
    public List<object> Events { get; } = [];

    /// <summary>The edges that the journal names.</summary>
    public List<string> Edges { get; } = [];

    /// <summary>The state as it is stored.</summary>
    public byte[] Json { get; private set; } = [];

    public TData Data => _data ?? throw new InvalidOperationException("There is nothing yet.");

    public IEnumerable<T> Sent<T>() => Commands.OfType<T>();

    public IEnumerable<T> Told<T>() => Events.OfType<T>();

    /// <summary>Lets time pass; every clock that comes due on the way fires.</summary>
    public TSelf GoTo(DateTimeOffset then)
    {
        while (Clocks.Next is { } clock && clock.Due <= then)
        {
            Now = clock.Due > Now ? clock.Due : Now;
            Clocks.Remove(clock.Name);
            Give(new ClockFired(key, clock.Name, Serial: 1, clock.Due));
        }

        Now = then > Now ? then : Now;
        return (TSelf)this;
    }

    public TSelf Wait(TimeSpan time) => GoTo(Now + time);

    /// <summary>Hands messages over, now.</summary>
    public TSelf Give(params object[] messages)
    {
        foreach (var message in messages) GiveOne(message);
        return (TSelf)this;
    }

    protected abstract void Check();

    private void GiveOne(object message)
    {
        var saga = _topology.Sagas[endpoint];
        var step = saga.Steps[message.GetType()];
        if (_data is null) step.Starts.ShouldBeTrue($"{message.GetType().Name} comes first");
        var decision = step.Decide(_data, _topology.CarryPayment(message), new Occasion(Now, Sample.Calendars, Guid.Empty, Now));
        foreach (var effect in decision.Effects) Apply(effect);
        if (decision.Edge is not null) Edges.Add(decision.Edge);
        Json = saga.WriteState(decision.StateObject);
        _data = (TData)saga.ReadState(Json);
        saga.WriteState(_data).AsSpan().SequenceEqual(Json).ShouldBeTrue("the state, written and read, is the same");
        Check();
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case SendEffect send:
                _topology.OwnerOf(send.Command.GetType());
                Commands.Add(_topology.CarryPayment(send.Command));
                break;
            case PublishEffect publish:
                if (_topology.SubscribersOf(publish.Event.GetType()).Count == 0) Assert.Fail($"Nobody follows {publish.Event.GetType().Name}.");
                Events.Add(_topology.CarryPayment(publish.Event));
                break;
            default:
                Clocks.Apply(effect);
                break;
        }
    }
}
