using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Wire;

internal sealed class When_reading_times
{
    [TestCase("20261121083059", "20261121083059")]
    [TestCase("202611210830", "20261121083000")]
    [TestCase("20261121", "20261121000000")]
    [TestCase("2026-11-21T08:30:59", "20261121083059")]
    [TestCase("2026-11-21T08:30:59.1234567", "20261121083059")]
    [TestCase("2026-11-21T08:30:59+07:00", "20261121083059")]
    [TestCase("2026-11-21T01:30:59Z", "20261121083059")]
    [TestCase("2026-11-20T18:30:59.5Z", "20261121013059")]
    [TestCase("2026-11-21 08:30:59", "20261121083059")]
    [TestCase("2026-11-21", "20261121000000")]
    [TestCase("21/11/2026 08:30:59", "20261121083059")]
    [TestCase("21/11/2026", "20261121000000")]
    [TestCase(" 20261121233000 ", "20261121233000")]
    public void Should_bring_every_known_form_to_that_of_the_contract(string text, string expected) =>
        Bodies.ReadDossier(Bodies.SyncWith($"\"NgayHenTra\":\"{text}\"")).NgayHenTra.ShouldBe(expected);

    [TestCase("00010101000000")]
    [TestCase("0001-01-01T00:00:00")]
    [TestCase("01/01/0001")]
    public void Should_read_the_year_1_as_no_date_and_note_it(string text)
    {
        var item = Bodies.ReadItem(Bodies.SyncWith($"\"NgayHenTra\":\"{text}\""));
        item.Value!.NgayHenTra.ShouldBeNull();
        item.Notes.ShouldHaveSingleItem().Code.ShouldBe("dossier.NgayHenTra.noDate");
    }

    [TestCase("20261321083000")]
    [TestCase("20260230083000")]
    [TestCase("20261121253000")]
    [TestCase("2026112108300")]
    [TestCase("11/21/2026")]
    [TestCase("19000101000000")]
    [TestCase("99991231235959")]
    [TestCase("0000-00-00 00:00:00")]
    [TestCase("hôm nay")]
    [TestCase("1795224600")]
    public void Should_refuse_what_is_no_time_naming_the_field_and_not_the_value(string text)
    {
        var fault = Bodies.ReadItem(Bodies.SyncWith($"\"NgayTiepNhan\":\"{text}\"")).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("dossier.NgayTiepNhan.malformed");
        fault.Field.ShouldBe("data[0].NgayTiepNhan");
        fault.Message.ShouldBe("Trường data[0].NgayTiepNhan phải là thời điểm dạng yyyyMMddHHmmss theo giờ Việt Nam.");
    }
}
