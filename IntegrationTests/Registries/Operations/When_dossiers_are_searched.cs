using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Tests.Operations.Support;

namespace DichVuCong.Registries.Tests.Operations;

internal sealed class When_dossiers_are_searched
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    private FiledDossiers _filed = null!;
    private DossierSearch _search = null!;

    [OneTimeSetUp]
    public async Task FileSomeAsync()
    {
        _filed = await FiledDossiers.CreateAsync();
        _search = new DossierSearch(_filed.Database.Source);
        await _filed.FileAsync("H29.101-260302-5000001", Start, id: "001090000001", phone: "0912 345 678", submission: "sub-1");
        await _filed.FileAsync("H29.102-260305-5000002", Start.AddDays(3), DossierState.Processing, "1.000689", id: "001090000002", phone: "0912345678");
        await _filed.FileAsync("H26.107-260801-5000003", Start.AddDays(152), DossierState.Processing, phone: "0987654321");
        await _filed.FileAsync("H26.107-261101-5000004", Start.AddDays(244), DossierState.Unrouted);
        await _filed.ExecuteAsync(
            """
            insert into dossier.task (code, cause, candidates) values ('H26.107-261101-5000004', 'several', '{}');
            insert into payment.obligation (id, account, agency, dossier, content, stated_at, expires_at, state_since, amount)
            values ('ob-1', 'bo', 'H29.101', 'H29.101-260302-5000001', '\x00', now(), now(), now(), 1000);
            insert into payment.payment_order (reference, obligation, position, agency, bank, account_number, account_name, treasury, amount, state_since, created_at)
            values ('D26030200000000001', 'ob-1', 1, 'H29.101', 'kb', '1', 'KBNN', true, 1000, now(), now());
            insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
            values ('D26030200000000001', 'vnpay', 'FT-77', 1, 1000, now(), current_date, 1), ('D00000000000000000', 'vietqr', 'FT-78', 1, 1, now(), current_date, 1);
            """);
    }

    [OneTimeTearDown]
    public async Task DropAsync() => await _filed.DisposeAsync();

    private static IEnumerable<TestCaseData> Questions()
    {
        yield return Case("all, the latest first", new(), 4, 3, 2, 1);
        yield return Case("code", new() { Code = DossierCode.Parse("H29.102-260305-5000002") }, 2);
        yield return Case("agency", new() { Agency = AgencyCode.Parse("H29.101") }, 1);
        yield return Case("procedure", new() { Procedure = ProcedureCode.Parse("1.000689") }, 2);
        yield return Case("state", new() { State = DossierState.Processing }, 3, 2);
        yield return Case("waiting for coordination", new() { State = DossierState.Unrouted }, 4);
        yield return Case("period", new() { Since = new(2026, 3, 5), Until = new(2026, 8, 1) }, 3, 2);
        yield return Case("submission", new() { Submission = "sub-1" }, 1);
        yield return Case("reference", new() { Reference = "D26030200000000001" }, 1);
        yield return Case("transaction", new() { Transaction = "FT-77" }, 1);
        yield return Case("a transaction of no dossier", new() { Transaction = "FT-78" });
        yield return Case("scope", new() { Scope = ["H26.107", "H26.108"] }, 3);
        yield return Case("an agency outside the scope", new() { Scope = ["H26.107"], Agency = AgencyCode.Parse("H29.101") });
        yield return Case("a code outside the scope", new() { Scope = ["H26.107"], Code = DossierCode.Parse("H29.101-260302-5000001") });
        yield return Case("an empty scope", new() { Scope = [] });
        yield return Case("several together", new() { Agency = AgencyCode.Parse("H29.102"), State = DossierState.Processing, Since = new(2026, 3, 1) }, 2);
        yield return Case("alarms", new() { WithAlarms = true });
    }

    [TestCaseSource(nameof(Questions))]
    public async Task Should_find_what_meets_the_criteria(DossierCriteria criteria, int[] numbers) =>
        (await NumbersAsync(criteria)).ShouldBe(numbers);

    [Test]
    public async Task Should_find_a_person_by_his_exact_number_only()
    {
        (await NumbersAsync(new() { Applicant = _filed.Sealer.HashIdentity("001090000001") })).ShouldBe([1]);
        (await NumbersAsync(new() { Applicant = _filed.Sealer.HashIdentity("001090000003") })).ShouldBeEmpty();
        (await NumbersAsync(new() { Phone = _filed.Sealer.HashPhone("84912345678") })).ShouldBe([2, 1]);
        (await NumbersAsync(new() { Phone = _filed.Sealer.HashPhone("84912345678"), Scope = ["H29.102"] })).ShouldBe([2]);
        (await NumbersAsync(new() { Phone = _filed.Sealer.HashPhone("84912345679") })).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_keep_no_number_in_clear_nor_a_hash_that_is_made_without_the_key()
    {
        var plain = System.Security.Cryptography.SHA256.HashData("84912345678"u8)[..16];

        (await _filed.Database.ScalarAsync<long>("select count(*) from operations.dossier_phone")).ShouldBe(3);
        (await _filed.Database.ScalarAsync<long>("select count(*) from operations.dossier_phone where position('\\x393132333435363738'::bytea in phone) > 0")).ShouldBe(0);
        (await _filed.Database.ScalarAsync<long>($"select count(*) from operations.dossier_phone where phone = '\\x{Convert.ToHexString(plain)}'")).ShouldBe(0);
        _filed.Sealer.HashPhone("84912345678").ShouldNotBe(_filed.Sealer.HashIdentity("84912345678"));
    }

    [Test]
    public async Task Should_turn_pages_without_losing_or_repeating_one_while_others_are_filed()
    {
        await using var many = await FiledDossiers.CreateAsync();
        for (var number = 0; number < 23; number++) await many.FileAsync($"H29.101-260302-{5_000_100 + number}", Start.AddDays(number / 5 * 40));
        var search = new DossierSearch(many.Database.Source);
        var seen = new List<string>();
        var criteria = new DossierCriteria { Agency = AgencyCode.Parse("H29.101"), Limit = 5 };
        for (SearchPlace? after = null; ;)
        {
            var page = await search.FindAsync(criteria with { After = after }, CancellationToken.None);
            seen.AddRange(page.Dossiers.Select(row => row.Code.Value));
            await many.FileAsync($"H29.101-261201-{5_000_200 + seen.Count}", Start.AddDays(300));
            if (page.Next is null) break;
            page.Dossiers.Count.ShouldBe(5);
            SearchPlace.TryParse(page.Next.ToString(), out after).ShouldBeTrue();
        }

        seen.Count.ShouldBe(23);
        seen.Distinct().Count().ShouldBe(23);
    }

    [TestCase("x")]
    [TestCase("_")]
    [TestCase("12_DROP TABLE")]
    [TestCase("99999999999999999999_H29-260302-5000001")]
    [TestCase("1_2_3")]
    public void Should_refuse_a_place_that_is_none(string text) => SearchPlace.TryParse(text, out _).ShouldBeFalse();

    private static TestCaseData Case(string name, DossierCriteria criteria, params int[] numbers) =>
        new TestCaseData(criteria, numbers).SetName($"Should_find_what_meets_the_criteria: {name}");

    private async Task<IEnumerable<int>> NumbersAsync(DossierCriteria criteria) =>
        (await _search.FindAsync(criteria, CancellationToken.None)).Dossiers.Select(row => row.Code.Value[^1] - '0');
}
