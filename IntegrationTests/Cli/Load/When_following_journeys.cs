using System.Globalization;
using System.Text.Json;
using DichVuCong.Cli.Load.Portal;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Cli.Tests.Load;

internal sealed class When_following_journeys
{
    [Test]
    public void Should_count_the_notices_of_a_plain_journey_on_each_channel()
    {
        var journeys = new Journeys();
        journeys.Own("H29-261121-5000001", channels: 2);
        Receipt(journeys);
        Change(journeys, 0, 1, 2, 4, 9, 10);

        // The receipt, 9 and 10.
        journeys.Owned().Single().NoticesDue.ShouldBe(6);
        journeys.Final.ShouldBe(1);
    }

    [Test]
    public void Should_count_each_request_for_a_supplement()
    {
        var journeys = new Journeys();
        journeys.Own("H29-261121-5000001", channels: 1);
        Receipt(journeys);
        Change(journeys, 0, 1, 2, 5, 2, 5, 2, 4, 9, 10);

        journeys.Owned().Single().NoticesDue.ShouldBe(5);
    }

    [Test]
    public void Should_know_events_that_came_before_the_answer()
    {
        var journeys = new Journeys();
        Receipt(journeys);
        Change(journeys, 0, 1, 3);
        journeys.Final.ShouldBe(0);

        journeys.Own("H29-261121-5000001", channels: 1);

        journeys.Final.ShouldBe(1);
        journeys.Owned().Single().NoticesDue.ShouldBe(2);
    }

    [Test]
    public void Should_leave_the_dossiers_of_others_out()
    {
        var journeys = new Journeys();
        Change(journeys, 0, 1, 2, 4, 9, 10);

        journeys.Final.ShouldBe(0);
        journeys.Owned().ShouldBeEmpty();
    }

    private static void Receipt(Journeys journeys) => Take(journeys, "dossiers.receipt-issued.v1", """{"dossier":"H29-261121-5000001","version":1,"provisional":true}""");

    private static void Change(Journeys journeys, params int[] states)
    {
        for (var step = 1; step < states.Length; step++)
        {
            var final = Saga.Dossiers.StateGraph.IsFinal((DossierState)states[step]) ? "true" : "false";
            Take(journeys, "dossiers.dossier-state-changed.v1", string.Create(CultureInfo.InvariantCulture, $$"""{"from":{{states[step - 1]}},"state":{{states[step]}},"final":{{final}}}"""));
        }
    }

    private static void Take(Journeys journeys, string type, string data)
    {
        using var document = JsonDocument.Parse($$"""{"cursor":"x","type":"{{type}}","dossier":"H29-261121-5000001","at":"2026-11-21T08:00:00+07:00","data":{{data}}}""");
        journeys.Take(document.RootElement);
    }
}
