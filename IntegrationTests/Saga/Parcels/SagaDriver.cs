using System.Text;
using DichVuCong.Messaging;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Parcels;

/// <summary>
/// Runs one saga of the parcels as the runtime would: messages and states are written and read again, effects reach their owners, clocks fire
/// when time has come.
/// </summary>
internal sealed class SagaDriver<TData>(string endpoint, string key, ParcelRules? rules = null)
    where TData : class
{
    private readonly Topology _topology = ParcelTopologies.Of(rules);
    private TData? _data;

    public DateTimeOffset Now { get; private set; } = Sample.Start;

    public ClockTable Clocks { get; } = new();

    public List<object> Commands { get; } = [];

    public List<object> Events { get; } = [];

    public List<string> Edges { get; } = [];

    public byte[] Json { get; private set; } = [];

    public TData Data => _data ?? throw new InvalidOperationException("There is nothing yet.");

    public IEnumerable<T> Sent<T>() => Commands.OfType<T>();

    public IEnumerable<T> Told<T>() => Events.OfType<T>();

    public SagaDriver<TData> GoTo(DateTimeOffset then)
    {
        while (Clocks.Next is { } clock && clock.Due <= then)
        {
            Now = clock.Due > Now ? clock.Due : Now;
            Clocks.Remove(clock.Name);
            Give(new ClockFired(key, clock.Name, Serial: 1, clock.Due));
        }

        Now = then > Now ? then : Now;
        return this;
    }

    public SagaDriver<TData> Give(params object[] messages)
    {
        foreach (var message in messages) GiveOne(message);
        return this;
    }

    private void GiveOne(object message)
    {
        var saga = _topology.Sagas[endpoint];
        var step = saga.Steps[message.GetType()];
        if (_data is null) step.Starts.ShouldBeTrue($"{message.GetType().Name} comes first");
        var decision = step.Decide(_data, Carry(message), new Occasion(Now, Sample.Calendars, Guid.Empty, Now));
        foreach (var effect in decision.Effects) Apply(effect);
        if (decision.Edge is not null) Edges.Add(decision.Edge);
        Json = saga.WriteState(decision.StateObject);
        Json.Length.ShouldBeLessThan(1536, "the state's budget");
        _data = (TData)saga.ReadState(Json);
        Encoding.UTF8.GetString(saga.WriteState(_data)).ShouldBe(Encoding.UTF8.GetString(Json), "the state, written and read, is the same");
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case SendEffect send:
                _topology.OwnerOf(send.Command.GetType());
                Commands.Add(Carry(send.Command));
                break;
            case PublishEffect publish:
                _topology.SubscribersOf(publish.Event.GetType()).ShouldNotBeEmpty(publish.Event.GetType().Name);
                Events.Add(Carry(publish.Event));
                break;
            default:
                Clocks.Apply(effect);
                break;
        }
    }

    private object Carry(object message)
    {
        var type = _topology.TypeOf(message);
        var written = type.Write(message);
        var carried = type.Read(written);
        type.Write(carried).AsSpan().SequenceEqual(written).ShouldBeTrue($"{type.Name}, written and read, is the same");
        type.KeyOf(carried).ShouldNotBeEmpty();
        return carried;
    }
}
