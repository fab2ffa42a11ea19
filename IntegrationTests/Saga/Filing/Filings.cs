using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Filing;

/// <summary>Requirements with one of each rule, and filings that meet them.</summary>
internal static class Filings
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
    public static readonly string Hash = new('a', 64);

    private static readonly ProcedureCode Refined = ProcedureCode.Parse("1.000002");
    private static readonly TechnicalConditions Conditions = new(new FileHosts(["files.portal.vn", "*.store.vn"], loopback: false));

    public static TechnicalRequirements Rules { get; } = new(
        [
            new("docx", ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"], ["docx"], ["504B0304"]),
            new("jpg", ["image/jpeg", "image/jpg"], ["jpg", "jpeg"], ["FFD8FF"]), new("pdf", ["application/pdf"], ["pdf"], ["255044462D"]),
            new("zip", ["application/zip"], ["zip"], ["504B0304"]),
        ],
        [new(null, ["pdf", "jpg", "docx"], 1000, 2500, 4, "test"), new(Refined, ["pdf", "zip"], 2048, null, null, "test")],
        [
            Needed(null, "applicant.kind"), Needed(null, "applicant.personalId"), Needed(null, "applicant.fullName"), Needed(null, "place.province"),
            Needed(Refined, "place.province") with { Mandatory = false }, Needed(Refined, "form.con.hoTen"),
            Needed(Refined, "form.nam") with { Mandatory = false, Pattern = "[0-9]{4}|nay", Text = "Năm phải gồm 4 chữ số." },
        ],
        [
            new(Refined, "TK", "Tờ khai", true, 1, ["pdf"], "test"), new(Refined, "KS", "Giấy chứng sinh", true, null, null, "test"),
            new(Refined, "KHAC", "Giấy tờ khác", false, 2, null, "test"),
        ],
        [
            new(null, ApplicantKind.Citizen, [IdentityForm.PersonalNumber], "test"),
            new(null, ApplicantKind.Enterprise, [IdentityForm.TaxCode, IdentityForm.PersonalNumber], "test"),
            new(Refined, ApplicantKind.Citizen, [IdentityForm.TaxCode], "test"),
        ]);

    public static CatalogueIndex Index { get; } = new(new CatalogueData { Requirements = Rules });

    public static FilingFile File { get; } = new()
    {
        Name = "Tờ khai.pdf",
        MediaType = "application/pdf",
        Size = 900,
        Sha256 = Hash,
        Url = "https://files.portal.vn/1",
    };

    /// <summary>A filing with no more than the default demands.</summary>
    public static FilingRequest Minimal { get; } = new()
    {
        SubmissionId = "p-1",
        ProcedureCode = "1.000001",
        Place = new FilingPlace("08", null),
        Applicant = new FilingApplicant { Kind = "citizen", PersonalId = "001085000001", FullName = "Nguyễn Văn A" },
    };

    /// <summary>A filing with everything that the refined procedure demands.</summary>
    public static FilingRequest Full { get; } = Minimal with
    {
        ProcedureCode = "1.000002",
        Place = null,
        Applicant = Minimal.Applicant! with { PersonalId = "0100000010" },
        Form = Form("""{"con":{"hoTen":"Nguyễn Thị B"},"nam":2020}"""),
        Files = [File with { ComponentCode = "TK" }, File with { ComponentCode = "KS", Name = "ks.zip", MediaType = "application/zip" }],
    };

    public static FilingRequest With(params FilingFile?[] files) => Minimal with { Files = files };

    public static FilingRequest WithApplicant(Func<FilingApplicant, FilingApplicant> change) => Minimal with { Applicant = change(Minimal.Applicant!) };

    public static JsonElement Form(string json) => JsonDocument.Parse(json).RootElement;

    public static IReadOnlyList<Deficiency> Check(FilingRequest request, CatalogueIndex? index = null) => Conditions.Check(request, index ?? Index, Now);

    /// <summary>Fields and codes of what is deficient.</summary>
    public static IEnumerable<string> Codes(FilingRequest request, CatalogueIndex? index = null) =>
        Check(request, index).Select(deficiency => $"{deficiency.Field} {deficiency.Code}");

    private static FieldRule Needed(ProcedureCode? procedure, string field) => new(procedure, field, $"trường {field}", true, null, null, "test");
}
