using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Inbound;

internal sealed class When_mapping_progress_and_status
{
    private static readonly ProgressRow Step = new()
    {
        MaHoSo = "H29-261121-00001",
        NguoiXuLy = "Cán bộ C",
        ThoiDiemXuLy = "20261121083000",
        TrangThai = "4",
        NoiDungXuLy = "Thẩm tra",
        ChucDanh = "Chuyên viên",
        PhongBanXuLy = "Phòng Hộ tịch",
    };

    [Test]
    public void Should_map_a_step()
    {
        var progress = InboundProgress.Map(Step).Value.ShouldNotBeNull();
        progress.Dossier.Value.ShouldBe("H29-261121-00001");
        progress.Row.ShouldBe(new AgencyStatusRow
        {
            RowId = "5712e1e34da8d129",
            Source = StatusSource.Progress,
            State = DossierState.Processing,
            At = new DateTimeOffset(2026, 11, 21, 8, 30, 0, VietnamTime.Offset),
            Officer = "Cán bộ C",
            Title = "Chuyên viên",
            Department = "Phòng Hộ tịch",
            Text = "Thẩm tra",
        });
    }

    [Test]
    public void Should_know_the_same_step_whatever_else_is_said_of_it() =>
        RowIdOf("\"MaHoSo\":\"H29-261121-00001\",\"ThoiDiemXuLy\":\"2026-11-21T08:30:00\",\"TrangThai\":4,\"NguoiXuLy\":\" Cán bộ C\",\"NoiDungXuLy\":\"Thẩm tra\",\"ChucDanh\":\"khác\"")
            .ShouldBe(InboundProgress.Map(Step).Value!.Row.RowId);

    [TestCase("H29-261121-00002", "20261121083000", "4", "Cán bộ C", "Thẩm tra")]
    [TestCase("H29-261121-00001", "20261121083001", "4", "Cán bộ C", "Thẩm tra")]
    [TestCase("H29-261121-00001", "20261121083000", "5", "Cán bộ C", "Thẩm tra")]
    [TestCase("H29-261121-00001", "20261121083000", "4", "Cán bộ CT", "hẩm tra")]
    [TestCase("H29-261121-00001", "20261121083000", "4", "Cán bộ C|8:Thẩm tra", "")]
    [TestCase("H29-261121-00001", "20261121083000", "4", null, "Thẩm tra")]
    public void Should_tell_steps_apart_by_each_part_of_their_identity(string dossier, string at, string state, string? officer, string text) =>
        InboundProgress.Map(new() { MaHoSo = dossier, ThoiDiemXuLy = at, TrangThai = state, NguoiXuLy = officer, NoiDungXuLy = text }).Value!.Row.RowId
            .ShouldNotBe(InboundProgress.Map(Step).Value!.Row.RowId);

    [TestCase("\"TrangThai\":\"\"", "progress.TrangThai.missing")]
    [TestCase("\"TrangThai\":null", "progress.TrangThai.missing")]
    [TestCase("\"TrangThai\":\"xong\"", "progress.TrangThai.malformed")]
    [TestCase("\"TrangThai\":\"4\",\"ThoiDiemXuLy\":\"\"", "progress.ThoiDiemXuLy.missing")]
    public void Should_refuse_a_step_without_state_or_time(string members, string code)
    {
        var time = members.Contains("ThoiDiemXuLy") ? "" : ",\"ThoiDiemXuLy\":\"20261121083000\"";
        var item = ReadRows($"\"MaHoSo\":\"H29-261121-00001\",{members}{time}").Items.ShouldHaveSingleItem();
        item.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Test]
    public void Should_map_the_status_of_a_dossier_of_the_portal()
    {
        var status = InboundStatus.Map(Bodies.Read<SyncStatus>(Golden.Text("g1-status")).Items[0].Value!).Value.ShouldNotBeNull();
        status.Dossier.Value.ShouldBe("G13-261120-5000007");
        status.CodeAtAgency.ShouldBe("BCT-KM-2026-0311");
        status.Row.RowId.ShouldBe("b2eb17b23d04916f");
        status.Row.Source.ShouldBe(StatusSource.Status);
        status.Row.State.ShouldBe(DossierState.Accepted);
        status.Row.At.ShouldBe(new DateTimeOffset(2026, 11, 20, 10, 15, 0, VietnamTime.Offset));
        status.Row.Text.ShouldBe("Đã tiếp nhận thông báo khuyến mại");
    }

    [Test]
    public void Should_refuse_what_was_made_without_what_is_required()
    {
        InboundProgress.Map(new()).Fault!.Code.ShouldBe("progress.MaHoSo.malformed");
        InboundStatus.Map(new() { MaHoSo = "H29-261121-00001" }).Fault!.Code.ShouldBe("status.NgayXuLy.malformed");
        InboundStatus.Map(new() { MaHoSo = "H29-261121-00001", NgayXuLy = "20261121083000" }, "data[2]").Fault!.Field.ShouldBe("data[2].TrangThai");
    }

    private static RecordProgress ReadRows(string members) =>
        Bodies.Read<RecordProgress>($$"""{"service":"CapNhatTienDoHoSoMC","data":[{{{members}}}]}""");

    private static string RowIdOf(string members) => InboundProgress.Map(ReadRows(members).Items[0].Value!).Value!.Row.RowId;
}
