using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed class When_fields_are_checked
{
    [Test]
    public void Should_let_a_filing_pass_that_has_what_the_default_demands() => Filings.Check(Filings.Minimal).ShouldBeEmpty();

    [Test]
    public void Should_list_everything_that_is_missing_at_once() => Filings.Codes(new FilingRequest()).ShouldBe(
    [
        "submissionId field.missing", "procedureCode field.missing", "applicant.fullName field.missing", "applicant.kind field.missing",
        "applicant.personalId field.missing", "place.province field.missing",
    ]);

    [Test]
    public void Should_say_in_the_applicants_words_what_to_fill_in() =>
        Filings.Check(Filings.Minimal with { Place = null }).ShouldHaveSingleItem()
            .ShouldBe(new Deficiency("place.province", "field.missing", "Vui lòng điền trường place.province."));

    [TestCase("")]
    [TestCase("  \t")]
    [TestCase(null)]
    public void Should_take_spaces_for_nothing(string? name) =>
        Filings.Codes(Filings.WithApplicant(applicant => applicant with { FullName = name })).ShouldBe(["applicant.fullName field.missing"]);

    [TestCase("procedureCode", "1.1193")]
    [TestCase("level", "district")]
    [TestCase("channel", "fax")]
    [TestCase("origin", "agency")]
    [TestCase("returnBy", "drone")]
    [TestCase("submittedAt", "2026-03-02T08:00:00")]
    [TestCase("submittedAt", "hôm qua lúc tám giờ+07:00")]
    [TestCase("submittedAt", "2026-03-02T09:10:01+07:00")]
    public void Should_know_every_word(string field, string value) => Filings.Codes(Set(field, value)).ShouldBe([$"{field} field.wrong-value"]);

    [TestCase("level", "Commune")]
    [TestCase("channel", "online")]
    [TestCase("origin", "coordination")]
    [TestCase("returnBy", "post")]
    [TestCase("submittedAt", "2026-03-02T09:10:00+07:00")]
    [TestCase("submittedAt", "2026-03-02T02:00:00.123Z")]
    public void Should_take_the_words_that_there_are(string field, string value) => Filings.Check(Set(field, value)).ShouldBeEmpty();

    [Test]
    public void Should_know_the_kinds_of_applicants() =>
        Filings.Codes(Filings.WithApplicant(applicant => applicant with { Kind = "robot" })).ShouldBe(["applicant.kind field.wrong-value"]);

    [Test]
    public void Should_count_cases_from_one() =>
        Filings.Codes(Filings.Minimal with { ProcedureCase = 0 }).ShouldBe(["procedureCase field.wrong-value"]);

    [TestCase("[1]")]
    [TestCase("\"x\"")]
    public void Should_want_an_object_for_the_form(string json) =>
        Filings.Codes(Filings.Minimal with { Form = Filings.Form(json) }).ShouldBe(["form field.wrong-value"]);

    [Test]
    public void Should_refuse_texts_that_no_agency_can_take()
    {
        Filings.Codes(Filings.WithApplicant(applicant => applicant with { FullName = new string('a', 501) })).ShouldBe(["applicant.fullName field.too-long"]);
        Filings.Codes(Filings.Minimal with { Subject = "a\0b" }).ShouldBe(["subject field.too-long"]);
        Filings.Check(Filings.Minimal with { Subject = "dòng 1\ndòng 2" }).ShouldBeEmpty();
    }

    private static FilingRequest Set(string field, string value) => field switch
    {
        "procedureCode" => Filings.Minimal with { ProcedureCode = value },
        "level" => Filings.Minimal with { Level = value },
        "channel" => Filings.Minimal with { Channel = value },
        "origin" => Filings.Minimal with { Origin = value },
        "returnBy" => Filings.Minimal with { ReturnBy = value },
        "submittedAt" => Filings.Minimal with { SubmittedAt = value },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The test does not know the field."),
    };
}
