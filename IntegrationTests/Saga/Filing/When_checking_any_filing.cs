using System.Reflection;
using System.Text.RegularExpressions;
using DichVuCong.Saga.Filing;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed partial class When_checking_any_filing
{
    private static readonly string?[] Texts =
        [null, "", " ", "citizen", "1.000001", "1.000002", "001085000001", "0100000010", "Bí Mật 7351", "735146802", "a@b.vn", "0912345678", "x\0y", "{0}", "2026-03-02T08:00:00Z"];

    private static Gen<string?> Text => Gen.Elements(Texts);

    private static Gen<FilingFile?> File => Gen.Elements(
        null, new FilingFile(), Filings.File, Filings.File with { Name = "Bí Mật 7351.pdf" }, Filings.File with { ComponentCode = "TK" },
        Filings.File with { Name = "7351.exe", MediaType = "x/7351", Sha256 = "7351", Url = "https://7351.vn/Bí Mật", Size = 7351 });

    private static Arbitrary<FilingRequest> Requests => (
        from texts in Text.ArrayOf(16)
        from files in File.ListOf(5)
        select new FilingRequest
        {
            SubmissionId = texts[0],
            ProcedureCode = texts[1],
            Level = texts[2],
            Channel = texts[3],
            Origin = texts[4],
            ReturnBy = texts[5],
            Subject = texts[6],
            SubmittedAt = texts[7],
            Notify = [texts[8], "sms"],
            Place = new FilingPlace(texts[9], texts[10]),
            Files = [.. files],
            Applicant = new FilingApplicant { Kind = texts[11], PersonalId = texts[12], FullName = texts[13], Phone = texts[14], Email = texts[15] },
        }).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Should_tell_what_to_do_and_never_repeat_what_was_filled_in() => Prop.ForAll(Requests, request =>
    {
        foreach (var (field, code, message) in Filings.Check(request))
        {
            field.ShouldNotBeEmpty();
            Code().IsMatch(code).ShouldBeTrue(code);
            IsVietnamese(message).ShouldBeTrue(message);
            message.ShouldNotContain("7351");
            message.ShouldNotContain("Bí Mật");
            message.ShouldNotContain("001085000001");
        }
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_not_mind_fields_that_no_rule_is_about() => Prop.ForAll(Requests, Text.ToArbitrary(), (request, text) =>
    {
        var more = request with { Form = Filings.Form("""{"khongAiHoi":{"a":[1,2]},"b":null}"""), SubjectPlace = new FilingPlace(null, null) };
        Filings.Check(more).ShouldBe(Filings.Check(request));
        Filings.Check(Filings.Full with { Agency = text == "x\0y" ? null : text, ReceivedBy = text == "x\0y" ? null : text }).ShouldBeEmpty();
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_find_the_same_whatever_the_order_of_the_files() => Prop.ForAll(Requests, request =>
    {
        // Of files beyond the number that is taken only their number is noted, and which those are is a matter of order.
        var files = request.Files!.Take(4).ToList();
        Kinds(request with { Files = [.. files.AsEnumerable().Reverse()] }).ShouldBe(Kinds(request with { Files = files }), ignoreOrder: true);
    });

    [Test]
    public void Should_have_one_code_and_one_vietnamese_sentence_for_each_rule()
    {
        var rules = typeof(DeficiencyRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DeficiencyRule)field.GetValue(null)!).ToList();
        rules.Count.ShouldBeGreaterThan(30);
        rules.Select(rule => rule.Code).ShouldBeUnique();
        foreach (var (code, text) in rules)
        {
            Code().IsMatch(code).ShouldBeTrue(code);
            if (text != "{0}") IsVietnamese(text).ShouldBeTrue(code);
        }
    }

    private static IEnumerable<string> Kinds(FilingRequest request) => Filings.Check(request).Select(deficiency => $"{Place().Replace(deficiency.Field, "")} {deficiency.Code}");

    private static bool IsVietnamese(string text) => text.Any(letter => letter is > '\u00BF' and < '\u1F00') && text.EndsWith('.');

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Place();
}
