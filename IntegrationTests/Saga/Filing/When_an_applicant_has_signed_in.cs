using DichVuCong.Contracts;
using DichVuCong.Contracts.Identity;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed class When_an_applicant_has_signed_in
{
    private static readonly VerifiedIdentity An = new()
    {
        Source = "broker",
        Kind = IdentityKind.Citizen,
        TechnicalId = "tech-1",
        PersonalId = Number("001090000001"),
        FullName = Name("Nguyễn Văn An"),
        Phone = PhoneNumber.TryParse("0981234567", out var phone) ? phone : null,
        AccountLevel = AccountLevel.Two,
        AuthenticationLevel = AuthenticationLevel.Three,
        VerifiedAt = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7)),
    };

    private static readonly VerifiedIdentity Company = An with
    {
        Kind = IdentityKind.Enterprise,
        TaxCode = Number("0100000010"),
        OrganisationName = Name("Công ty TNHH Mẫu"),
    };

    [Test]
    public void Should_not_ask_again_for_what_is_known()
    {
        var applicant = VerifiedApplicant.Complete(new FilingRequest(), An).Applicant!;

        (applicant.Kind, applicant.PersonalId, applicant.FullName).ShouldBe(("citizen", "001090000001", "Nguyễn Văn An"));
        (applicant.Phone, applicant.Email, applicant.PortalAccountId).ShouldBe(("84981234567", null, "tech-1"));
    }

    [Test]
    public void Should_know_an_enterprise_by_its_tax_code_and_its_own_name()
    {
        var applicant = VerifiedApplicant.Complete(new FilingRequest(), Company).Applicant!;

        (applicant.Kind, applicant.PersonalId, applicant.FullName).ShouldBe(("enterprise", "0100000010", "Công ty TNHH Mẫu"));
        VerifiedApplicant.Check(new FilingRequest { Applicant = applicant }, Company).ShouldBeEmpty();
    }

    [Test]
    public void Should_keep_what_was_said()
    {
        var said = new FilingRequest { Applicant = new FilingApplicant { Phone = "0912345678", Email = "khac@example.vn" } };

        var applicant = VerifiedApplicant.Complete(said, An).Applicant!;

        (applicant.Phone, applicant.Email).ShouldBe(("0912345678", "khac@example.vn"));
    }

    [TestCase("001090000001", "Nguyễn Văn An", "citizen", null)]
    [TestCase(" 001090000001 ", "NGUYỄN  VĂN\u00A0AN", "citizen", null)]
    [TestCase("001090000001", "Nguye\u0302\u0303n Va\u0306n An", "citizen", null)]
    [TestCase(null, null, null, null)]
    [TestCase("001090000002", "Nguyễn Văn An", "citizen", "verification.other-person")]
    [TestCase("001090000001", "Nguyen Van An", "citizen", "verification.other-name")]
    [TestCase("001090000001", "\uD800", "citizen", "verification.other-name")]
    [TestCase("001090000001", "Nguyễn Văn An", "enterprise", "verification.other-kind")]
    public void Should_hold_what_is_said_against_who_it_is(string? number, string? name, string? kind, string? code)
    {
        var said = new FilingRequest { Applicant = new FilingApplicant { PersonalId = number, FullName = name, Kind = kind } };

        var found = VerifiedApplicant.Check(said, An);

        found.Select(one => one.Code).ShouldBe(code is null ? [] : [code]);
        found.ShouldAllBe(one => !one.Message.Contains("001090"));
    }

    [Test]
    public void Should_not_take_a_sign_in_that_is_not_there() =>
        VerifiedApplicant.Check(new FilingRequest(), identity: null).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            one => one.Field.ShouldBe("applicant.verification"), one => one.Code.ShouldBe("verification.unknown"));

    private static PersonalId Number(string text) => PersonalId.TryParse(text, out var number) ? number : throw new FormatException();

    private static PersonName Name(string text) => PersonName.TryParse(text, out var name) ? name : throw new FormatException();
}
