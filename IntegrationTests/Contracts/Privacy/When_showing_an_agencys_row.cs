using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Contracts.Tests.Privacy;

internal sealed class When_showing_an_agencys_row
{
    [Test]
    public void Should_not_name_the_officer_or_quote_the_text()
    {
        var row = new AgencyStatusRow
        {
            RowId = "0123456789abcdef",
            Source = StatusSource.Progress,
            State = DossierState.Processing,
            At = new DateTimeOffset(2026, 11, 21, 8, 30, 0, VietnamTime.Offset),
            Officer = "Cán bộ B",
            Text = "Gọi cho ông A",
        };
        new RecordAgencyStatus(DossierCode.Parse("H29-261121-00001"), "H29", row).ToString()
            .ShouldBe("RecordAgencyStatus { Dossier = H29-261121-00001, System = H29, Row = AgencyStatusRow 0123456789abcdef: Processing at 2026-11-21T08:30:00.0000000+07:00 }");
    }
}
