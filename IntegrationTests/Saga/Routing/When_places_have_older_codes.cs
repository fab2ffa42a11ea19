using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Routing;

internal sealed class When_places_have_older_codes
{
    [TestCase("02", "00691", RoutingNotes.OldProvinceCode)]
    [TestCase("08", "00601", RoutingNotes.OldCommuneCode)]
    [TestCase("02", "00601", RoutingNotes.OldProvinceCode | RoutingNotes.OldCommuneCode)]
    [TestCase("08", "00691", RoutingNotes.None)]
    public void Should_translate_them_and_say_so(string province, string commune, RoutingNotes notes)
    {
        var routed = Sample.Router().Resolve(Sample.Ask("1.000001", new Place(province, commune))).ShouldBeOfType<RoutingAnswer.Routed>();
        routed.Place.ShouldBe(new Place("08", "00691"));
        routed.Notes.ShouldBe(notes);
    }

    [TestCase("03", null, PlaceFault.UnknownProvince)]
    [TestCase("8", null, PlaceFault.UnknownProvince)]
    [TestCase("", null, PlaceFault.UnknownProvince)]
    [TestCase("08", "99999", PlaceFault.UnknownCommune)]
    [TestCase("08", "", PlaceFault.UnknownCommune)]
    [TestCase("08", "26740", PlaceFault.CommuneOfAnotherProvince)]
    public void Should_refuse_what_no_table_has(string province, string? commune, PlaceFault fault)
    {
        var place = new Place(province, commune);
        Sample.Router().Resolve(Sample.Ask("1.000001", place)).ShouldBe(new RoutingAnswer.UnknownPlace(place, fault));
        Sample.Router().Resolve(Sample.Ask("1.000001", Sample.Commune) with { SubjectPlace = place }).ShouldBe(new RoutingAnswer.UnknownPlace(place, fault));
    }
}
