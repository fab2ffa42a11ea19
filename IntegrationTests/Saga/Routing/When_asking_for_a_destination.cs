using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_asking_for_a_destination
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    [Test]
    public void Should_keep_the_user_of_a_central_procedure_even_while_the_system_behind_is_out_of_service()
    {
        var destination = Find("1.000001", windows: Window("H60", Now.AddHours(-1), Now.AddHours(1))).Destination!;
        destination.Mode.ShouldBe(DestinationMode.Central);
        destination.Agency.Code.Value.ShouldBe("H60.101");
        destination.System.Code.ShouldBe("H60");
        destination.Url.ShouldBeNull();
        destination.Available.ShouldBeTrue();
    }

    [Test]
    public void Should_send_the_user_of_another_to_the_agencys_system_with_procedure_and_agency_in_the_link()
    {
        var destination = Find("1.000002.000.00.00.H60").Destination!;
        destination.Mode.ShouldBe(DestinationMode.Redirect);
        destination.Url.ShouldBe(new Uri("https://g01.test/nop?tthc=1.000002&dv=G01.08.101"));
        destination.Available.ShouldBeTrue();
    }

    [Test]
    public void Should_say_that_a_system_is_not_available_from_the_first_to_the_last_moment_of_a_window()
    {
        Available(Window("G01", Now, Now.AddMinutes(1))).ShouldBeFalse();
        Available(Window("G01", Now.AddMinutes(-1), Now)).ShouldBeTrue();
        Available(Window("H60", Now.AddHours(-1), Now.AddHours(1))).ShouldBeTrue();
    }

    [TestCase(null)]
    [TestCase("javascript:alert(1)")]
    [TestCase("not a link")]
    public void Should_not_send_anybody_without_a_proper_link(string? template)
    {
        var destination = Find("1.000002", template).Destination!;
        destination.Url.ShouldBeNull();
        destination.Available.ShouldBeFalse();
    }

    [Test]
    public void Should_give_the_routings_own_answer_when_there_is_no_destination()
    {
        var answer = Find("1.000004");
        answer.Destination.ShouldBeNull();
        answer.Routing.ShouldBeOfType<RoutingAnswer.Several>();
    }

    private static bool Available(params MaintenanceWindow[] windows) => Find("1.000002", windows: windows).Destination!.Available;

    private static MaintenanceWindow Window(string system, DateTimeOffset from, DateTimeOffset to) => new(system, from, to, "test");

    private static DestinationAnswer Find(
        string procedure, string? template = "https://g01.test/nop?tthc={procedure}&dv={agency}", params MaintenanceWindow[] windows) =>
        Destinations.Find(
            Sample.Router(data => data with { Systems = [.. data.Systems.Select(system => system with { RedirectTemplate = template })] }),
            Sample.Ask(procedure, Sample.Commune),
            windows,
            Now);
}
