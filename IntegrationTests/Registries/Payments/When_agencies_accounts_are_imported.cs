using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments.Accounts;
using DichVuCong.Registries.Tests.Payments.Support;

namespace DichVuCong.Registries.Tests.Payments;

internal sealed class When_agencies_accounts_are_imported
{
    private const string Heading = "agency,bank,number,holder,treasury,validFrom,validTo";
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.101");
    private static readonly DateOnly Day = new(2026, 3, 2);
    private PaymentRegistry _registry = null!;
    private AgencyAccounts _accounts = null!;

    [SetUp]
    public async Task Start()
    {
        _registry = await PaymentRegistry.CreateAsync();
        _accounts = new AgencyAccounts(_registry.Source);
    }

    [TearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [Test]
    public async Task Should_find_what_counts_on_a_day()
    {
        var result = await ImportAsync(
            """H29.101,970436,39410001,"Kho bạc ""Khu vực I"", Sở Tư pháp",yes,2025-01-01,2026-06-30""", "OLD.1,VCB,0011,Sở Tư pháp,no,2026-07-01,");

        (result.Written, result.Faults.Count).ShouldBe((2, 0));
        (await _accounts.FindAsync(Agency, "970436", "39410001", Day, CancellationToken.None)).ShouldBe(
            new BeneficiaryAccount("39410001", "970436", "Kho bạc \"Khu vực I\", Sở Tư pháp", IsTreasury: true));
        (await _accounts.FindAsync(Agency, "970436", "39410001", new DateOnly(2026, 7, 1), CancellationToken.None)).ShouldBeNull();
        (await _accounts.FindAsync(Agency, "970436", "39410002", Day, CancellationToken.None)).ShouldBeNull();
        (await _accounts.FindAsync(AgencyCode.Parse("H30"), "970436", "39410001", Day, CancellationToken.None)).ShouldBeNull();
        (await _accounts.OfAsync(Agency, CancellationToken.None)).Count.ShouldBe(2, "the agency's other code means the same agency");
        (await _accounts.AllAsync(CancellationToken.None)).Count.ShouldBe(2);
    }

    [TestCase("X!,970436,1111,Tên,yes,2026-01-01,", "agency")]
    [TestCase("H99,970436,1111,Tên,yes,2026-01-01,", "agency")]
    [TestCase("H29.101,vcb,1111,Tên,yes,2026-01-01,", "bank")]
    [TestCase("H29.101,970436,11 11,Tên,yes,2026-01-01,", "number")]
    [TestCase("H29.101,970436,1111,,yes,2026-01-01,", "holder")]
    [TestCase("H29.101,970436,1111,Tên,có,2026-01-01,", "treasury")]
    [TestCase("H29.101,970436,1111,Tên,yes,01/01/2026,", "validFrom")]
    [TestCase("H29.101,970436,1111,Tên,yes,2026-01-02,2026-01-01", "validTo")]
    [TestCase("H29.101,970436,1111,Tên,yes,2026-01-01", "")]
    [TestCase("H29.101,970436,1111,\"Tên,yes,2026-01-01,", "")]
    public async Task Should_refuse_a_dirty_row_by_its_line_and_take_the_others(string row, string field)
    {
        var result = await ImportAsync("H29.101,970436,2222,Tên,yes,2026-01-01,", row, "H29.101,970436,3333,Tên,yes,2026-01-01,");

        result.Written.ShouldBe(2);
        var fault = result.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Field).ShouldBe((3, field));
        fault.Rule.ShouldNotBeEmpty();
    }

    [TestCase("agency,bank,number,holder,treasury,validFrom")]
    [TestCase("agency,bank,number,holder,treasury,validFrom,valid_to")]
    [TestCase("")]
    public void Should_refuse_a_file_without_its_heading(string heading) =>
        AgencyAccountFile.Read(new StringReader(heading + "\nH29.101,970436,1111,Tên,yes,2026-01-01,"), Find).Faults.ShouldHaveSingleItem().Line.ShouldBe(1);

    [Test]
    public async Task Should_refuse_two_rows_that_count_at_once()
    {
        const string First = "H29.101,970436,1111,Tên,yes,2026-01-01,2026-12-31";
        (await ImportAsync(First, "H29.101,970436,1111,Tên khác,yes,2026-12-31,")).Faults.ShouldHaveSingleItem().Line.ShouldBe(3);
        (await ImportAsync(First, First)).Faults.ShouldHaveSingleItem().Line.ShouldBe(3);
        (await ImportAsync("H29.101,970436,1111,Tên,yes,2025-01-01,")).Faults.ShouldHaveSingleItem().Line.ShouldBe(2, "it overlaps with what is there");

        (await ImportAsync("H29.101,970436,1111,Tên,yes,2027-01-01,")).Faults.ShouldBeEmpty();
        (await _accounts.OfAsync(Agency, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_write_only_what_changed_and_end_an_account_by_its_last_day()
    {
        const string Open = "H29.101,970436,1111,Tên,yes,2026-01-01,";
        (await ImportAsync(Open)).Written.ShouldBe(1);
        (await ImportAsync(Open)).Written.ShouldBe(0);
        (await ImportAsync(Open + "2026-02-28")).Written.ShouldBe(1);

        (await _accounts.FindAsync(Agency, "970436", "1111", Day, CancellationToken.None)).ShouldBeNull();
    }

    private static AgencyCode? Find(AgencyCode code, DateOnly day) => code.Value is "H29.101" or "OLD.1" ? Agency : null;

    private Task<AgencyAccountImportResult> ImportAsync(params string[] rows) => new AgencyAccountImport(_registry.Source).RunAsync(
        AgencyAccountFile.Read(new StringReader(string.Join('\n', rows.Prepend(Heading))), Find), "test", CancellationToken.None);
}
