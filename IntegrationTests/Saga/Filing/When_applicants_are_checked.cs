using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed class When_applicants_are_checked
{
    [TestCase("citizen", "001085000001", null)]
    [TestCase("citizen", " 079326000001 ", null, Description = "Born in 2026, which is this year")]
    [TestCase("citizen", "079327000001", "personal-id.birth-year-ahead")]
    [TestCase("citizen", "079900000001", "personal-id.birth-year-ahead")]
    [TestCase("citizen", "012345678", "personal-id.old-card")]
    [TestCase("citizen", "0100000010", "personal-id.wrong-form")]
    [TestCase("citizen", "٠٠١٠٨٥٠٠٠٠٠١", "personal-id.wrong-form")]
    [TestCase("enterprise", "0100000010", null)]
    [TestCase("enterprise", "0123456787", null)]
    [TestCase("enterprise", "9900001235", null)]
    [TestCase("enterprise", "0300000096", null)]
    [TestCase("enterprise", "0100000010-001", null)]
    [TestCase("enterprise", "0100000010001", null)]
    [TestCase("enterprise", "001085000001", null)]
    [TestCase("enterprise", "0100000011", "personal-id.no-such-tax-code")]
    [TestCase("enterprise", "0100000010-000", "personal-id.no-such-tax-code")]
    [TestCase("enterprise", "0100000000", "personal-id.no-such-tax-code")]
    [TestCase("enterprise", "0100000010/001", "personal-id.wrong-form")]
    [TestCase("agency", "0100000010", null, Description = "A kind without a rule may use any form")]
    [TestCase("agency", "abc", "personal-id.wrong-form")]
    public void Should_hold_the_number_against_the_kind_of_applicant(string kind, string number, string? code)
    {
        var found = Filings.Check(Filings.WithApplicant(applicant => applicant with { Kind = kind, PersonalId = number }));
        found.Select(deficiency => deficiency.Code).ShouldBe(code is null ? [] : [code]);
        found.ShouldAllBe(deficiency => deficiency.Field == "applicant.personalId");
    }

    [TestCase("sms", "0912345678", null)]
    [TestCase("sms", "+84 (91) 234-5678", null)]
    [TestCase("sms", "0168 2345678", null)]
    [TestCase("sms", null, "phone.needed")]
    [TestCase("sms", "02438343434", "phone.not-mobile")]
    [TestCase("email", "02438343434", "email.needed")]
    [TestCase(null, "02438343434", null)]
    [TestCase(null, "12", "phone.wrong-form")]
    [TestCase(null, "gọi em nhé", "phone.wrong-form")]
    [TestCase("fax", null, "notify.unknown-channel")]
    [TestCase("SMS", "0912345678", null)]
    public void Should_want_a_number_that_the_channel_can_use(string? channel, string? phone, string? code) =>
        Filings.Check(Filings.WithApplicant(applicant => applicant with { Phone = phone }) with { Notify = channel is null ? null : [channel] })
            .Select(deficiency => deficiency.Code).ShouldBe(code is null ? [] : [code]);

    [TestCase(null, true, "email.needed")]
    [TestCase("a@b.vn", true, null)]
    [TestCase("a@b.vn", false, null)]
    [TestCase("a@b", false, "email.wrong-form")]
    [TestCase("a b@c.vn", true, "email.wrong-form")]
    public void Should_want_an_address_that_mail_can_go_to(string? address, bool wanted, string? code) =>
        Filings.Check(Filings.WithApplicant(applicant => applicant with { Email = address }) with { Notify = wanted ? ["email"] : null })
            .Select(deficiency => deficiency.Code).ShouldBe(code is null ? [] : [code]);

    [TestCase("001085000001", null)]
    [TestCase("003085000001", "personal-id.unknown-origin")]
    [TestCase("123085000001", null)]
    public void Should_only_warn_about_a_place_of_birth_that_is_not_known(string number, string? code)
    {
        var request = Filings.WithApplicant(applicant => applicant with { PersonalId = number });
        Filings.Check(request).ShouldBeEmpty();
        TechnicalConditions.Warnings(request).Select(warning => warning.Code).ShouldBe(code is null ? [] : [code]);
    }

    [TestCase("0912345678", null)]
    [TestCase("+84912345678", null)]
    [TestCase("0841234567", null)]
    [TestCase("01682345678", "phone.old-prefix")]
    [TestCase("+84 168 234 5678", "phone.old-prefix")]
    [TestCase("0302345678", "phone.unknown-prefix")]
    public void Should_only_warn_about_prefixes(string phone, string? code)
    {
        var request = Filings.WithApplicant(applicant => applicant with { Phone = phone }) with { Notify = ["sms"] };
        Filings.Check(request).ShouldBeEmpty();
        TechnicalConditions.Warnings(request).Select(warning => warning.Code).ShouldBe(code is null ? [] : [code]);
    }
}
