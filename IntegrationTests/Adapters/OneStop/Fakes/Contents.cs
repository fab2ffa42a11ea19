using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.OneStop.Tests.Fakes;

/// <summary>Dossiers to deliver, and a system to deliver them to.</summary>
internal static class Contents
{
    public static readonly DossierCode Code = DossierCode.Parse("H29.101-261121-5000001");

    public static DossierContent Of(int revision) => new()
    {
        Dossier = Code,
        Revision = revision,
        Procedure = ProcedureCode.Parse("1.001193"),
        ProcedureName = "Thủ tục đăng ký khai sinh",
        SectorCode = "G15-HT02",
        SectorName = "Hộ tịch",
        Agency = AgencyCode.Parse("H29.101"),
        AgencyName = "UBND phường Mẫu",
        Channel = FilingChannel.Online,
        FiledAt = new DateTimeOffset(2026, 11, 21, 1, 30, 0, TimeSpan.Zero),
        Applicant = new Applicant
        {
            Kind = ApplicantKind.Citizen,
            PersonalId = Text<PersonalId>("001000000001"),
            FullName = Text<PersonName>("Nguyễn Văn Mẫu"),
            Phone = Text<PhoneNumber>("0900000001"),
            Email = Text<EmailAddress>("mau@example.vn"),
            PortalAccountId = "11111111-2222-3333-4444-555555555555",
        },
        Form = """{"hoTenCon":"Nguyễn Thị Con"}""",
        Files =
        [
            new(1, "HT.1.001193.01", "Giấy chứng sinh.pdf", "application/pdf", 1024, new string('a', 64), new Uri("https://cong.example.vn/f/1")),
            new(2, "", "ảnh \"2\".jpg", "image/jpeg", 2048, new string('b', 64), new Uri("https://cong.example.vn/f/2")),
        ],
        ReturnBy = ResultReturn.Post,
    };

    public static OneStopSystem System(Uri? baseUrl) => new()
    {
        Code = "H29",
        Number = 29,
        Name = "Hệ thống một cửa mẫu",
        Owner = AgencyCode.Parse("H29"),
        BaseUrl = baseUrl,
    };

    /// <summary>What must never be seen outside of a body.</summary>
    public static readonly string[] PersonalData =
        ["Nguyễn Văn Mẫu", "001000000001", "900000001", "mau@example.vn", "11111111-2222", "Nguyễn Thị Con"];

    private static T Text<T>(string text)
        where T : IText<T> =>
        T.TryParse(text, out var value) ? value : throw new InvalidOperationException($"Not a {typeof(T).Name}.");
}
