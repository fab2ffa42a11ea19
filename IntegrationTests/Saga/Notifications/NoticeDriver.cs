using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

/// <summary>Runs the notices of one dossier as the runtime would.</summary>
internal sealed class NoticeDriver(NoticeRules? rules = null)
{
    private readonly Topology _topology = rules is null ? TestTopology.Of(rules: null) : TestTopology.Telling(rules);
    private readonly SortedDictionary<string, DateTimeOffset> _clocks = new(StringComparer.Ordinal);

    public NoticeData? Data { get; private set; }

    public DateTimeOffset Now { get; private set; } = Sample.Start;

    public byte[] Json { get; private set; } = [];

    /// <summary>What the providers are asked for, as (occasion, channel).</summary>
    public List<(string Occasion, NoticeChannels Channel)> Ordered { get; } = [];

    /// <summary>The SMS providers in the order in which they were asked.</summary>
    public List<string?> Providers { get; } = [];

    public List<KeepNotice> Kept { get; } = [];

    public List<NoticePosted> Posted { get; } = [];

    public IReadOnlyDictionary<string, DateTimeOffset> Clocks => _clocks;

    public NoticeDriver At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    /// <summary>Lets the clocks fire that come due until then, each at its time.</summary>
    public NoticeDriver GoTo(DateTimeOffset until)
    {
        for (var bound = 0; bound < 10_000 && _clocks.Any(clock => clock.Value <= until); bound++)
        {
            var (name, due) = _clocks.MinBy(clock => clock.Value);
            _clocks.Remove(name);
            Now = due > Now ? due : Now;
            Give(new ClockFired(Sample.Code.Value, name, Serial: 1, due));
        }

        Now = until;
        return this;
    }

    public NoticeDriver Give(object message)
    {
        var saga = _topology.Sagas[Endpoints.Notices];
        var told = message is ClockFired ? message : _topology.Carry(message);
        var decision = saga.Steps[message.GetType()].Decide(Data, told, new Occasion(Now, Sample.Calendars, Guid.Empty, Now));
        foreach (var effect in decision.Effects) Apply(effect);
        Json = saga.WriteState(decision.StateObject);
        Data = (NoticeData)saga.ReadState(Json);
        saga.WriteState(Data).ShouldBe(Json);
        return this;
    }

    /// <summary>What became of a notice in the end.</summary>
    public NoticeState? StateOf(string occasion, NoticeChannels channel) =>
        Data!.Notices.SingleOrDefault(notice => notice.Occasion == occasion && notice.Channel == channel)?.State;

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case SendEffect send:
                Send(send.Command);
                break;
            case PublishEffect { Event: NoticePosted posted }:
                _topology.SubscribersOf(typeof(NoticePosted)).ShouldBe(["portal-feed"]);
                Posted.Add((NoticePosted)_topology.Carry(posted));
                break;
            case SetClockEffect { Terms: null } set:
                _clocks[set.Name] = set.Due;
                break;
            case CancelClockEffect cancel:
                _clocks.Remove(cancel.Name);
                break;
            default:
                Assert.Fail($"{effect} is no effect of notices.");
                break;
        }
    }

    private void Send(object command)
    {
        _topology.OwnerOf(command.GetType());
        switch (_topology.Carry(command))
        {
            case SendSms sms:
                Ordered.Add((sms.Occasion, NoticeChannels.Sms));
                Providers.Add(sms.Provider);
                break;
            case SendEmail email:
                Ordered.Add((email.Occasion, NoticeChannels.Email));
                break;
            case SendAppNotice app:
                Ordered.Add((app.Occasion, NoticeChannels.App));
                break;
            case KeepNotice notice:
                Kept.Add(notice);
                break;
            default:
                Assert.Fail($"{command.GetType().Name} is none of a notice's commands.");
                break;
        }
    }
}
