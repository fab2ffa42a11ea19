using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_a_channel_is_not_published
{
    [TestCase("1.000005", false)]
    [TestCase("1.000005", true)]
    [TestCase("1.000006", false)]
    [TestCase("1.000006", true)]
    public void Should_refuse_it_online_even_at_a_counter(string procedure, bool atCounter) =>
        Sample.Router().Resolve(Sample.Ask(procedure, Sample.Commune) with { AtCounter = atCounter })
            .ShouldBeOfType<RoutingAnswer.ChannelNotOffered>().Channel.ShouldBe(FilingChannel.Online);

    [TestCase(FilingChannel.Direct)]
    [TestCase(FilingChannel.Post)]
    public void Should_take_it_otherwise_when_no_channel_is_published_at_all(FilingChannel channel) =>
        Sample.Router().Resolve(Sample.Ask("1.000005", Sample.Commune, channel))
            .ShouldBeOfType<RoutingAnswer.Routed>().Notes.ShouldBe(RoutingNotes.ChannelNotPublished);

    [Test]
    public void Should_refuse_it_by_post_when_only_the_counter_is_published_and_say_so() =>
        Sample.Router().Resolve(Sample.Ask("1.000006", Sample.Commune, FilingChannel.Post))
            .ShouldBeOfType<RoutingAnswer.ChannelNotOffered>().Offered.ShouldBe([FilingChannel.Direct]);

    [Test]
    public void Should_send_nobody_away_who_stands_at_a_counter()
    {
        var router = Sample.Router(data => data with
        {
            Procedures =
            [
                .. data.Procedures.Where(procedure => procedure.Code.Value != "1.000001"),
                Sample.Procedure("1.000001", [Contracts.Catalogue.AdministrativeLevel.Commune], [Sample.Row(FilingChannel.Online, 1, 1)]),
            ],
        });
        var question = Sample.Ask("1.000001", Sample.Commune, FilingChannel.Direct);
        router.Resolve(question).ShouldBeOfType<RoutingAnswer.ChannelNotOffered>();
        router.Resolve(question with { AtCounter = true }).ShouldBeOfType<RoutingAnswer.Routed>().Notes.ShouldBe(RoutingNotes.ChannelNotPublished);
    }
}
