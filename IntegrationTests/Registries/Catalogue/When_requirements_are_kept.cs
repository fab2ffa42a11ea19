using DichVuCong.Contracts;
using DichVuCong.Saga.Filing;
using DichVuCong.Saga.Routing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Catalogue;

internal sealed class When_requirements_are_kept : CatalogueTest
{
    private static readonly DateTimeOffset FiledAt = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
    private static readonly TechnicalConditions Conditions = new(new FileHosts([], loopback: true));

    [Test]
    public async Task Should_load_what_was_imported_and_change_nothing_the_second_time()
    {
        await ImportAsync(Shipped.Few);
        Text((await LoadAsync()).Requirements).ShouldBe(Text(Shipped.Data.Requirements));
        Shipped.Data.Requirements.Components.Count.ShouldBeGreaterThan(5);
        (await ImportAsync(Shipped.Few)).Changed.ShouldBeFalse();
    }

    [TestCase("1.001193")]
    [TestCase("1.000894")]
    [TestCase("1.000656")]
    public void Should_let_a_minimal_filing_of_a_common_procedure_pass(string procedure)
    {
        var file = new FilingFile { Name = "Tờ khai.pdf", MediaType = "application/pdf", Size = 12_345, Sha256 = new string('a', 64), Url = "http://127.0.0.1:8082/f/1" };
        var request = new FilingRequest
        {
            SubmissionId = "1",
            ProcedureCode = procedure,
            Place = new FilingPlace("79", null),
            Files = [file],
            Applicant = new FilingApplicant { Kind = "citizen", PersonalId = "079085000001", FullName = "Nguyễn Văn A" },
        };
        Conditions.Check(request, new CatalogueIndex(Shipped.Data), FiledAt).ShouldBeEmpty();
    }

    [Test]
    public void Should_have_no_faults_as_shipped() => new CatalogueIndex(Shipped.Data).Requirements.Faults.ShouldBeEmpty();

    [Test]
    public async Task Should_follow_the_operators_and_keep_what_they_wrote()
    {
        await ImportAsync(Shipped.Few);
        var before = await LoadAsync();
        await ExecuteAsync(
            """
            insert into catalogue.field_rule (scope, field, label, mandatory, source) values ('1.001193', 'form.noiSinh', 'nơi sinh', true, '12/UBND');
            update catalogue.filing_limit set max_files = 3 where scope = 'default';
            delete from catalogue.component_rule where scope = '1.001570';
            """);
        var after = await LoadAsync();
        after.Version.ShouldBe(before.Version + 1);
        var rules = new CatalogueIndex(after).Requirements;
        rules.For(ProcedureCode.Parse("1.001193")).Fields.ShouldContain(field => field.Rule.Field == "form.noiSinh" && field.Rule.Mandatory);
        rules.For(null).MaxFiles.ShouldBe(3);
        await ImportAsync(Shipped.Few);
        var again = (await LoadAsync()).Requirements;
        again.Fields.ShouldContain(row => row.Field == "form.noiSinh");
        again.Limits.Single(row => row.Procedure is null).MaxFiles.ShouldBe(3);
    }

    [TestCase("insert into catalogue.filing_limit (scope, source) values ('1.1', 'x')")]
    [TestCase("insert into catalogue.filing_limit (scope, max_files, source) values ('1.001193', -1, 'x')")]
    [TestCase("update catalogue.filing_limit set max_file_bytes = null where scope = 'default'")]
    [TestCase("insert into catalogue.field_rule (scope, field, label, mandatory, pattern, source) values ('default', 'form.a', 'a', true, 'x', 'x')")]
    [TestCase("insert into catalogue.field_rule (scope, field, label, mandatory, source) values ('default', 'form. a', 'a', true, 'x')")]
    [TestCase("insert into catalogue.identity_rule (scope, applicant_kind, forms, source) values ('1.001193', 'citizen', '{passport}', 'x')")]
    [TestCase("insert into catalogue.file_format (name, media_types, extensions) values ('odt', '{A/B}', '{odt}')")]
    [TestCase("insert into catalogue.component_rule (scope, code, name, mandatory, source) values ('default', '', 'x', true, 'x')")]
    public async Task Should_refuse_rules_that_make_no_sense(string sql)
    {
        await ImportAsync(Shipped.Few);
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(sql))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }
}
