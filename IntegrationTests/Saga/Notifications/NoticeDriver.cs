using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Notifications;
using DichVuCong.Messaging;
using DichVuCong.Saga.Notifications;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Notifications;

/// <summary>Runs the notices of one dossier as the runtime would.</summary>
internal sealed class NoticeDriver
{
    private readonly Topology _topology = TestTopology.Of(rules: null);

    public NoticeData? Data { get; private set; }

    public byte[] Json { get; private set; } = [];

    /// <summary>What the providers are asked for, as (occasion, channel).</summary>
    public List<(string Occasion, NoticeChannels Channel)> Ordered { get; } = [];

    public List<KeepNotice> Kept { get; } = [];

    public NoticeDriver Give(object message)
    {
        var saga = _topology.Sagas[Endpoints.Notices];
        var decision = saga.Steps[message.GetType()].Decide(Data, _topology.Carry(message), new Occasion(Sample.Start, Sample.Calendars, Guid.Empty, Sample.Start));
        foreach (var effect in decision.Effects) Apply(effect.ShouldBeOfType<SendEffect>().Command);
        Json = saga.WriteState(decision.StateObject);
        Data = (NoticeData)saga.ReadState(Json);
        saga.WriteState(Data).ShouldBe(Json);
        return this;
    }

    private void Apply(object command)
    {
        _topology.OwnerOf(command.GetType());
        switch (_topology.Carry(command))
        {
            case SendSms sms:
                Ordered.Add((sms.Occasion, NoticeChannels.Sms));
                break;
            case SendEmail email:
                Ordered.Add((email.Occasion, NoticeChannels.Email));
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
