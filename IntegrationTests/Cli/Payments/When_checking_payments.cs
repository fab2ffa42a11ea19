using DichVuCong.Cli.Running;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Payments;

internal sealed class When_checking_payments
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task Start() => _database = await SeededDatabase.CreateAsync();

    [TearDown]
    public async Task Stop() => await _database.DisposeAsync();

    [Test]
    public async Task Should_end_well_when_money_is_conserved()
    {
        var result = await new Dvc(_database).RunAsync("payments", "check");

        result.ExitCode.ShouldBe(ExitCodes.Ok, result.Error);
        result.Output.ShouldContain("Sổ cái cân");
    }

    [Test]
    public async Task Should_end_with_1_and_name_partner_and_day_when_it_is_not()
    {
        await using (var insert = _database.Source.CreateCommand(
            """
            insert into payment.ledger_entry (reference, entry, kind, from_account, to_account, amount, partner, day, transaction_no, payment, booked_at)
            values ('D2603020000000000A', 1, 1, 'payer', 'clearing:vnpay', 150000, 'vnpay', '2026-03-02', 'A1', 1, now())
            """))
        {
            await insert.ExecuteNonQueryAsync();
        }

        var result = await new Dvc(_database).RunAsync("payments", "check");

        result.ExitCode.ShouldBe(ExitCodes.Problems);
        result.Output.ShouldContain("KHÔNG cân: vnpay 02/03/2026");
        result.Output.ShouldContain("D2603020000000000A");
        (await new Dvc(_database).RunAsync("payments", "check", "--partner", "vietqr")).ExitCode.ShouldBe(ExitCodes.Ok);
        (await new Dvc(_database).RunAsync("payments", "check", "--json")).Json.GetProperty("holds").GetBoolean().ShouldBeFalse();
    }

    [Test]
    public async Task Should_import_accounts_and_refuse_dirty_rows()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(
            file,
            """
            agency,bank,number,holder,treasury,validFrom,validTo
            H29.168,970436,39410001,"KBNN, khu vực I",yes,2026-01-01,
            H29.168,970436,3941 0002,KBNN,yes,2026-01-01,
            """);

        var result = await new Dvc(_database).RunAsync("payments", "accounts", "import", file);

        result.ExitCode.ShouldBe(ExitCodes.Problems);
        result.Output.ShouldContain("Đã ghi 1 tài khoản, từ chối 1 dòng.");
        result.Output.ShouldContain("number");
        var listed = await new Dvc(_database).RunAsync("payments", "accounts", "list", "--agency", "H29.168");
        listed.Output.ShouldContain("39410001");
        listed.Output.ShouldContain("KBNN, khu vực I");
        File.Delete(file);
    }

    [Test]
    public async Task Should_give_agencies_invented_accounts_in_Development_alone()
    {
        (await new Dvc(_database).With("DVC_ENVIRONMENT", "Production").RunAsync("payments", "accounts",
            "seed-development")).ExitCode.ShouldBe(ExitCodes.Configuration);

        (await new Dvc(_database).RunAsync("payments", "accounts", "seed-development")).ExitCode.ShouldBe(ExitCodes.Ok);

        (await new Dvc(_database).RunAsync("payments", "accounts", "list", "--agency", "H29.168",
            "--json")).Json.GetProperty("accounts").GetArrayLength().ShouldBe(1);
    }
}
