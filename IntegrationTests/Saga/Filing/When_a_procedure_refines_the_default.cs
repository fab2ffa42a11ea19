using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Saga.Tests.Filing;

internal sealed class When_a_procedure_refines_the_default
{
    [Test]
    public void Should_let_a_filing_pass_that_has_it_all() => Filings.Check(Filings.Full).ShouldBeEmpty();

    [Test]
    public void Should_hold_for_an_agencys_own_form_of_the_code() =>
        Filings.Codes(Filings.Full with { ProcedureCode = "1.000002.000.00.00.H60", Form = null }).ShouldBe(["form.con.hoTen field.missing"]);

    [Test]
    public void Should_add_its_fields_and_components() => Filings.Codes(Filings.Full with { Form = null, Files = null })
        .ShouldBe(["form.con.hoTen field.missing", "files component.missing", "files component.missing"]);

    [Test]
    public void Should_name_the_components_that_are_missing() =>
        Filings.Check(Filings.Full with { Files = null }).Select(deficiency => deficiency.Message).ShouldBe(
        [
            "Thiếu thành phần hồ sơ bắt buộc: Giấy chứng sinh. Vui lòng đính kèm tệp của thành phần này.",
            "Thiếu thành phần hồ sơ bắt buộc: Tờ khai. Vui lòng đính kèm tệp của thành phần này.",
        ]);

    [TestCase("""{"con":{"hoTen":"B"},"nam":"nay"}""", null)]
    [TestCase("""{"con":{"hoTen":"B"},"nam":""}""", null)]
    [TestCase("""{"con":{"hoTen":"B"},"nam":"2020x"}""", "form.nam field.wrong-form")]
    [TestCase("""{"con":{"hoTen":"B"},"nam":"x nay"}""", "form.nam field.wrong-form")]
    [TestCase("""{"con":{"hoTen":"B"},"nam":[2020]}""", "form.nam field.wrong-form")]
    [TestCase("""{"con":{"hoTen":"B"},"nam":"\ud800"}""", "form.nam field.wrong-form")]
    [TestCase("""{"con":{"hoTen":" "}}""", "form.con.hoTen field.missing")]
    [TestCase("""{"con":{"hoTen":null}}""", "form.con.hoTen field.missing")]
    [TestCase("""{"con":"hoTen"}""", "form.con.hoTen field.missing")]
    [TestCase("""{"con":{"hoTen":{}}}""", "form.con.hoTen field.missing")]
    [TestCase("""{"con":{"hoTen":0}}""", null)]
    public void Should_match_the_whole_value_of_a_field(string form, string? code) =>
        Filings.Codes(Filings.Full with { Form = Filings.Form(form) }).ShouldBe(code is null ? [] : [code]);

    [Test]
    public void Should_use_the_rules_own_words() => Filings.Check(Filings.Full with { Form = Filings.Form("""{"con":{"hoTen":"{0}"},"nam":"{1}"}""") })
        .ShouldHaveSingleItem().Message.ShouldBe("Năm phải gồm 4 chữ số.");

    [Test]
    public void Should_replace_the_formats_of_the_default_and_those_of_a_component()
    {
        var files = Filings.Full.Files!.Select(file => file!).ToList();
        Filings.Codes(Filings.Full with { Files = [files[0] with { Name = "a.zip", MediaType = "application/zip" }, files[1]] })
            .ShouldBe(["files[0].mediaType file.format-not-allowed", "files[0].name file.extension-not-allowed"]);
        Filings.Codes(Filings.Full with { Files = [files[0], files[1] with { Name = "a.jpg", MediaType = "image/jpeg" }] })
            .ShouldBe(["files[1].mediaType file.format-not-allowed", "files[1].name file.extension-not-allowed"]);
    }

    [Test]
    public void Should_replace_the_limits_that_it_names_and_keep_the_others()
    {
        var files = Filings.Full.Files!.Select(file => file!).ToList();
        Filings.Check(Filings.Full with { Files = [files[0] with { Size = 2048 }, files[1] with { Size = 452 }] }).ShouldBeEmpty();
        Filings.Check(Filings.Full with { Files = [files[0] with { Size = 2049 }, files[1] with { Size = 452 }] }).Select(deficiency => deficiency.Message)
            .ShouldBe(["Tệp thứ 1 lớn hơn 2 KB. Vui lòng giảm dung lượng hoặc tách tệp.", "Tổng dung lượng các tệp lớn hơn 2,4 KB. Vui lòng giảm dung lượng hoặc bỏ bớt tệp."]);
    }

    [Test]
    public void Should_count_the_files_of_a_component() =>
        Filings.Codes(Filings.Full with { Files = [.. Filings.Full.Files!, Filings.Full.Files![0]! with { Name = "2.pdf", Sha256 = new string('b', 64), Size = 1 }] })
            .ShouldBe(["files component.too-many-files"]);

    [Test]
    public void Should_replace_who_may_use_which_number() =>
        Filings.Codes(Filings.Full with { Applicant = Filings.Minimal.Applicant }).ShouldBe(["applicant.personalId personal-id.wrong-form"]);

    [Test]
    public void Should_name_rows_that_cannot_be_used_and_go_on_without_them()
    {
        var broken = ProcedureCode.Parse("1.000003");
        var rules = Filings.Rules with
        {
            Limits = [.. Filings.Rules.Limits, new FilingLimits(broken, ["pdf", "odt"], null, null, null, "test")],
            Fields = [.. Filings.Rules.Fields, new FieldRule(broken, "form.a", "a", true, "(", "Sai.", "test"), new FieldRule(broken, "applicant.age", "b", true, null, null, "test")],
        };
        var index = new CatalogueIndex(new CatalogueData { Requirements = rules });
        index.Requirements.Faults.Count.ShouldBe(3);
        Filings.Codes(Filings.Minimal with { ProcedureCode = "1.000003" }, index).ShouldBe(["form.a field.missing"]);
        Filings.Check(Filings.Minimal with { ProcedureCode = "1.000003", Form = Filings.Form("""{"a":"anything"}""") }, index).ShouldBeEmpty();
    }

    [Test]
    public void Should_take_no_file_while_there_is_no_rule_at_all()
    {
        var empty = new CatalogueIndex(new CatalogueData());
        Filings.Check(Filings.Minimal, empty).ShouldBeEmpty();
        Filings.Codes(Filings.With(Filings.File), empty).ShouldContain("files[0].mediaType file.format-not-allowed");
    }
}
