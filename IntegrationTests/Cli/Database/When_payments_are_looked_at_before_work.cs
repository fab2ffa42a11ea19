using DichVuCong.Cli.Commands.Database;
using DichVuCong.Cli.Tests.Support;
using DichVuCong.Contracts;
using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Operations;
using DichVuCong.Registries.Schema;
using DichVuCong.Testing;

namespace DichVuCong.Cli.Tests.Database;

/// <summary><c>dvc check-env</c> names the partner whose statement has not come by its hour, and folders that cannot be used.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_payments_are_looked_at_before_work
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ReconciledPartner Bank = new() { Code = "mb", Name = "MB", Statements = "mb" };
    private TestDatabase _database = null!;
    private string _folder = "";

    [SetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);
        _folder = Directory.CreateTempSubdirectory("check-").FullName;
        await using var command = _database.Source.CreateCommand(
            """
            insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
              values ('D26112000000000001', 'mb', 'FT1', 1, 1000, '2026-11-20 10:00+07', '2026-11-20', 1);
            insert into payment.statement_file (partner, day, number, name, family, bytes, hash, lines, key, taken_by)
              values ('mb', '2026-11-20', 1, 'MB_20261120.txt', 'mb', 1, '\x01', 1, 1, 'test')
            """);
        await command.ExecuteNonQueryAsync();
    }

    [TearDown]
    public async Task EndAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _database.DisposeAsync();
    }

    [TestCase("07:59:59", CheckLevel.Good, "all came")]
    [TestCase("08:00:00", CheckLevel.Advice, "not come: 21/11/2026")]
    public async Task Should_name_a_statement_that_has_not_come_by_the_partners_hour(string now, CheckLevel level, string found)
    {
        var check = new StatementCheck(_database.Source, new At(VietnamTime.At(Today, TimeOnly.ParseExact(now, "HH:mm:ss"))));

        var result = (await check.RunAsync([Bank], CancellationToken.None)).ShouldHaveSingleItem();

        (result.Level, result.What, result.Found).ShouldBe((level, "statements of mb", found));
        result.Rule.ShouldContain("08:00");
    }

    [Test]
    public async Task Should_expect_nothing_of_a_partner_that_never_took_a_payment()
    {
        var check = new StatementCheck(_database.Source, new At(VietnamTime.At(Today, new TimeOnly(12, 0))));

        (await check.RunAsync([Bank with { Code = "vnpay" }], CancellationToken.None)).ShouldHaveSingleItem().Level.ShouldBe(CheckLevel.Good);
    }

    [Test]
    public void Should_find_folders_that_can_be_written()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "mb"));

        var results = FolderCheck.Run(new ReconcilingSettings { Inbox = _folder, Reports = _folder, All = [Bank] }).ToList();

        results.Select(result => result.What).ShouldBe(["inbox of statements", "inbox of mb", "folder of reports"]);
        results.ShouldAllBe(result => result.Found == "writable");

        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Test]
    public void Should_refuse_an_inbox_that_is_not_there()
    {
        var settings = new ReconcilingSettings { Inbox = Path.Combine(_folder, "none"), Reports = Path.Combine(_folder, "reports"), All = [Bank] };

        FolderCheck.Run(settings).Select(result => (result.What, result.Level, result.Found)).ShouldBe(
        [
            ("inbox of statements", CheckLevel.Refused, "missing"), ("folder of reports", CheckLevel.Advice, "missing"),
        ]);
    }

    [Test]
    public void Should_refuse_a_folder_that_cannot_be_written()
    {
        // No user, not even root, makes a file there.
        const string unwritable = "/proc";
        if (!Directory.Exists(unwritable)) Assert.Ignore("There is no folder here that nobody can write.");

        FolderCheck.Run(new ReconcilingSettings { Reports = unwritable }).Last().Level.ShouldBe(CheckLevel.Refused);
    }

    [Test]
    public async Task Should_be_shown_by_the_command()
    {
        var checks = (await new Dvc(_database).RunAsync("check-env", "--json")).Json.GetProperty("checks").EnumerateArray()
            .Select(check => check.GetProperty("what").GetString()).ToList();

        checks.ShouldContain("statements of mb");
        checks.ShouldContain("inbox of statements");
        checks.ShouldContain("folder of reports");
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
