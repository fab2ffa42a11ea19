using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Accounts;

/// <summary>
/// Runs the account saga as the runtime would: messages and states are written and read again, clocks fire when time has come. After every
/// decision it checks what must always hold.
/// </summary>
internal sealed class AccountDriver(AccountRules? rules = null)
{
    private readonly Topology _topology = AccountTopologies.Of(rules ?? new AccountRules());
    private AccountData? _data;

    public DateTimeOffset Now { get; private set; } = Sample.Start;

    public ClockTable Clocks { get; } = new();

    public List<object> Commands { get; } = [];

    public List<object> Events { get; } = [];

    public List<string> Edges { get; } = [];

    /// <summary>The state as it is stored.</summary>
    public byte[] Json { get; private set; } = [];

    public AccountData Data => _data ?? throw new InvalidOperationException("There is nothing yet.");

    public AccountState State => Data.State;

    public static AccountDriver Created() => new AccountDriver().Give(Acc.Creates);

    public static AccountDriver Active() => Created().Give(Acc.HandsOver, Acc.Commits);

    public IEnumerable<T> Sent<T>() => Commands.OfType<T>();

    public IEnumerable<T> Told<T>() => Events.OfType<T>();

    public AccountDriver GoTo(DateTimeOffset then)
    {
        while (Clocks.Next is { } clock && clock.Due <= then)
        {
            Now = clock.Due > Now ? clock.Due : Now;
            Clocks.Remove(clock.Name);
            Give(new ClockFired(Acc.Id.Value, clock.Name, Serial: 1, clock.Due));
        }

        Now = then > Now ? then : Now;
        return this;
    }

    public AccountDriver Wait(TimeSpan time) => GoTo(Now + time);

    public AccountDriver Give(params object[] messages)
    {
        foreach (var message in messages) GiveOne(message);
        return this;
    }

    private void GiveOne(object message)
    {
        var saga = _topology.Sagas[AccountEndpoints.Accounts];
        var step = saga.Steps[message.GetType()];
        if (_data is null) step.Starts.ShouldBeTrue($"{message.GetType().Name} comes first");
        var before = _data;
        var decision = step.Decide(_data, _topology.Carry(message), new Occasion(Now, Sample.Calendars, Guid.Empty, Now));
        foreach (var effect in decision.Effects) Apply(effect);
        if (decision.Edge is not null) Edges.Add(decision.Edge);
        Json = saga.WriteState(decision.StateObject);
        _data = (AccountData)saga.ReadState(Json);
        saga.WriteState(_data).AsSpan().SequenceEqual(Json).ShouldBeTrue("the state, written and read, is the same");
        AccountInvariants.Check(before, this);
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case SendEffect send:
                _topology.OwnerOf(send.Command.GetType());
                Commands.Add(_topology.Carry(send.Command));
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
}
