using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.OneStop.Tests.Fakes;
using G2 = DichVuCong.Adapters.OneStop.Wire.G2;

namespace DichVuCong.OneStop.Tests.Inbound;

internal sealed class When_mapping_a_dossier
{
    [Test]
    public void Should_give_the_facts_that_register_it()
    {
        var dossier = Map(Golden.Text("g2-sync"));

        dossier.Dossier.Value.ShouldBe("H29.101-261118-00042");
        dossier.Procedure.Value.ShouldBe("2.002492");
        dossier.AgencyName.ShouldBe("Sở Tư pháp");
        dossier.Channel.ShouldBe(FilingChannel.Online);
        dossier.ReceivedAt.ShouldBe(new DateTimeOffset(2026, 11, 18, 9, 15, 0, VietnamTime.Offset));
        dossier.FiledAt.ShouldBe(new DateTimeOffset(2026, 11, 18, 8, 0, 0, VietnamTime.Offset));
        dossier.AppointmentAt.ShouldBe(new DateTimeOffset(2026, 11, 25, 17, 0, 0, VietnamTime.Offset));
        dossier.OwnerAccount.ShouldBe("11111111-2222-3333-4444-555555555555");
        dossier.Row.Source.ShouldBe(StatusSource.Dossier);
        dossier.Row.State.ShouldBe(DossierState.Returned);
        dossier.Row.At.ShouldBe(new DateTimeOffset(2026, 11, 24, 10, 30, 0, VietnamTime.Offset));
        dossier.Row.ReceivedAt.ShouldBe(dossier.ReceivedAt);
        dossier.Row.AppointmentAt.ShouldBe(dossier.AppointmentAt);
    }

    [Test]
    public void Should_map_the_first_generation()
    {
        var dossier = Map(Golden.Text("g1-sync"), WireGeneration.G1);
        dossier.Channel.ShouldBe(FilingChannel.Direct);
        dossier.Row.State.ShouldBe(DossierState.Processing);
        dossier.Row.Text.ShouldBe("Hồ sơ đủ thành phần");
        dossier.Row.At.ShouldBe(dossier.ReceivedAt);
    }

    [TestCase("10", "20261124000000")]
    [TestCase("9", "20261123000000")]
    [TestCase("3", "20261122000000")]
    [TestCase("2", "20261121000000")]
    [TestCase("4", "20261121000000")]
    [TestCase("8", "20261121000000")]
    [TestCase("11", "20261121000000")]
    public void Should_take_the_date_that_belongs_to_the_state(string state, string at) =>
        Map(Bodies.SyncWith($"\"TrangThaiHoSo\":\"{state}\",\"NgayTra\":\"20261124\",\"NgayKetThucXuLy\":\"20261123\",\"NgayTuChoi\":\"20261122\",\"NgayTiepNhan\":\"20261121\""))
            .Row.At.ShouldBe(Instant(at));

    [TestCase("10")]
    [TestCase("9")]
    [TestCase("3")]
    public void Should_fall_back_on_the_day_received(string state) =>
        Map(Bodies.SyncWith($"\"TrangThaiHoSo\":\"{state}\"")).Row.At.ShouldBe(Instant("20261121083000"));

    [Test]
    public void Should_not_put_a_dossier_handed_over_before_its_processing() =>
        Map(Bodies.SyncWith("\"TrangThaiHoSo\":\"10\",\"NgayKetThucXuLy\":\"20261123\"")).Row.At.ShouldBe(Instant("20261123000000"));

    [TestCase("1", DossierState.Registered)]
    [TestCase("10", DossierState.Returned)]
    [TestCase("11", DossierState.Other)]
    [TestCase("12", DossierState.Other)]
    [TestCase("0", DossierState.Other)]
    [TestCase("-1", DossierState.Other)]
    public void Should_know_the_states_and_keep_the_others_as_other(string code, DossierState state) =>
        Map(Bodies.SyncWith($"\"TrangThaiHoSo\":\"{code}\"")).Row.State.ShouldBe(state);

    [TestCase("\"1\"", FilingChannel.Direct)]
    [TestCase("\"2\"", FilingChannel.Online)]
    [TestCase("3", FilingChannel.Post)]
    [TestCase("null", FilingChannel.Direct)]
    [TestCase("\"Trực tuyến\"", FilingChannel.Direct)]
    public void Should_count_a_missing_channel_as_direct(string json, FilingChannel channel) =>
        Map(Bodies.SyncWith($"\"KenhThucHien\":{json}")).Channel.ShouldBe(channel);

    [Test]
    public void Should_take_the_day_of_filing_where_the_day_received_is_missing() =>
        Map(Bodies.SyncWith("\"NgayTiepNhan\":\"\",\"NgayNopHoSo\":\"20261120080000\"")).ReceivedAt.ShouldBe(Instant("20261120080000"));

    [Test]
    public void Should_refuse_a_dossier_without_any_day()
    {
        var item = Bodies.ReadItem(Bodies.SyncWith("\"NgayTiepNhan\":\"\""));
        var fault = InboundDossier.Map(item.Value!, item.Path).Fault.ShouldNotBeNull();
        fault.Code.ShouldBe("dossier.NgayTiepNhan.missing");
        fault.Field.ShouldBe("data[0].NgayTiepNhan");
    }

    [Test]
    public void Should_refuse_a_dossier_that_was_made_without_what_is_required() =>
        InboundDossier.Map(new G2.Dossier { MaHoSo = "H29-261121-00001" }).Fault.ShouldNotBeNull().Code.ShouldBe("dossier.MaTTHC.malformed");

    [TestCase(WireGeneration.G1)]
    [TestCase(WireGeneration.G2)]
    public void Should_give_the_fees_as_they_were_sent(WireGeneration generation) =>
        Map(
                Bodies.SyncWith(
                    """
                    "DanhSachLePhi":[{"TenPhiLePhi":"Phí thẩm định","MaPhiLePhi":"P01","Gia":200000,"LoaiPhiLePhi":"1"},
                     {"TenPhiLePhi":"Lệ phí","MaPhiLePhi":"L01","HinhThucThu":"1","Gia":"50.000","LoaiPhiLePhi":"2"},{"TenPhiLePhi":"Khác"}]
                    """),
                generation)
            .Fees.ShouldBe(
            [
                new InboundFee("1", "P01", "Phí thẩm định", "200000"), new InboundFee("2", "L01", "Lệ phí", "50.000"),
                new InboundFee(null, null, "Khác", null),
            ]);

    [Test]
    public void Should_not_take_the_fees_of_a_supplement_for_the_dossiers_own() =>
        Map(Bodies.SyncWith("\"DanhSachHoSoBoSung\":[{\"HoSoBoSungId\":1,\"DanhSachLePhiBoSung\":[{\"MaPhiLePhi\":\"P01\",\"Gia\":\"50000\"}]}]"))
            .Fees.ShouldBeEmpty();

    private static InboundDossier Map(string body, WireGeneration generation = WireGeneration.G2)
    {
        var item = Bodies.ReadItem(body, generation);
        item.Faults.ShouldBeEmpty();
        return InboundDossier.Map(item.Value!, item.Path).Value.ShouldNotBeNull();
    }

    private static DateTimeOffset Instant(string wire) =>
        VietnamTime.TryParseWire(wire, out var instant) ? instant : throw new InvalidOperationException("Not a time.");
}
