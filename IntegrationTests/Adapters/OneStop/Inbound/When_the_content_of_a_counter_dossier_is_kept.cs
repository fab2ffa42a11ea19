using DichVuCong.Adapters.OneStop.Inbound;
using DichVuCong.Adapters.OneStop.Wire.G2;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.OneStop.Tests.Inbound;

internal sealed class When_the_content_of_a_counter_dossier_is_kept
{
    private static readonly Agency Agency =
        new() { Code = AgencyCode.Parse("H29"), Name = "UBND TP. Hồ Chí Minh", Kind = AgencyKind.ProvinceCommittee, Source = "test" };

    [Test]
    public void Should_take_what_is_valid_and_leave_out_what_is_not()
    {
        var content = ContentOf(new Dossier
        {
            MaHoSo = "H29-260105-00001",
            MaTTHC = "1.001193",
            TrangThaiHoSo = "1",
            NgayTiepNhan = "20260105080000",
            ChuHoSo = "Công ty An Bình",
            LoaiDoiTuong = "2",
            SoDienThoai = "không có",
            Email = "an.binh@example.vn",
            HinhThuc = "1",
            DinhDanhCHS = [new OwnerIdentity { LoaiDinhDanh = "2", SoDinhDanh = "123456789" }, new OwnerIdentity { LoaiDinhDanh = "1", SoDinhDanh = "001090000018" }],
        });

        content.Applicant.Kind.ShouldBe(ApplicantKind.Enterprise);
        content.Applicant.PersonalId!.Reveal().ShouldBe("001090000018");
        content.Applicant.Phone.ShouldBeNull();
        content.Applicant.Email.ShouldNotBeNull();
        content.ReturnBy.ShouldBe(ResultReturn.Post);
        content.AgencyName.ShouldBe("UBND TP. Hồ Chí Minh");
        content.FiledAt.ShouldBe(new DateTimeOffset(2026, 1, 5, 8, 0, 0, VietnamTime.Offset));
    }

    [TestCase("000000001")]
    [TestCase("000000000")]
    [TestCase("")]
    public void Should_not_take_a_filler_for_a_persons_number(string number)
    {
        var content = ContentOf(new Dossier
        {
            MaHoSo = "H29-260105-00001",
            MaTTHC = "1.001193",
            TrangThaiHoSo = "1",
            NgayTiepNhan = "20260105080000",
            SoGiayToChuHoSo = number,
        });

        content.Applicant.PersonalId.ShouldBeNull();
    }

    private static DossierContent ContentOf(Dossier wire) => InboundContent.Of(InboundDossier.Map(wire).Value!, Agency);
}
