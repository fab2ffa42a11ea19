using DichVuCong.Operations.Tests.Support;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;

namespace DichVuCong.Operations.Tests.Audit;

internal sealed class When_the_trail_is_written
{
    private Desks _desks = null!;

    [SetUp]
    public async Task Open() => _desks = await Desks.OpenAsync();

    [TearDown]
    public async Task Close() => await _desks.DisposeAsync();

    [Test]
    public async Task Should_commit_with_the_action_or_not_at_all()
    {
        await InTransactionAsync(commits: false, "lost");
        await InTransactionAsync(commits: true, "kept");

        var row = (await RowsAsync()).ShouldHaveSingleItem();
        (row.Number, row.Target, row.Who, row.Role, row.Scope, row.Result).ShouldBe((1, "kept", "lan", "Operator", "*", "done"));
        row.At.ShouldBeInRange(DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddSeconds(5));
        (await VerifyAsync()).IsUnbroken.ShouldBeTrue();
    }

    [TestCase("update operations.audit set reason = 'x'")]
    [TestCase("delete from operations.audit")]
    [TestCase("truncate operations.audit")]
    [TestCase("delete from operations.audit_head")]
    [TestCase("truncate operations.audit_head")]
    [TestCase("update operations.audit_head set number = 0")]
    public async Task Should_refuse_to_be_changed(string sql)
    {
        await WriteAsync(3);

        (await Should.ThrowAsync<PostgresException>(() => _desks.ExecuteAsync(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await RowsAsync()).Count.ShouldBe(3);
        (await VerifyAsync()).IsUnbroken.ShouldBeTrue();
    }

    [Test]
    public async Task Should_not_fork_when_many_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var row = 0; row < 10; row++) await InTransactionAsync(commits: row % 5 != 4, $"{writer}-{row}");
        })));

        var verdict = await VerifyAsync();
        verdict.Findings.ShouldBeEmpty();
        (verdict.Rows, verdict.Last).ShouldBe((16 * 8, 16 * 8));
        (await RowsAsync()).Select(row => row.Target).ShouldBeUnique();
    }

    [Test]
    public async Task Should_write_many_rows_at_once_in_their_order()
    {
        await WriteAsync(1);
        await using var connection = await _desks.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var entries = Enumerable.Range(1, 100).Select(number => new AuditEntry(Desks.Lan, "test.many", "thing", $"many {number}") { Reason = number % 2 == 0 ? "lý do" : null }).ToList();
        (await _desks.Get<AuditTrail>().WriteAsync(connection, transaction, entries, CancellationToken.None)).ShouldBe(101);
        await transaction.CommitAsync();

        (await VerifyAsync()).IsUnbroken.ShouldBeTrue();
        (await RowsAsync()).Reverse().Skip(1).Select(row => row.Target).ShouldBe(Enumerable.Range(1, 100).Select(number => $"many {number}"));
    }

    [TestCase("at", "at + interval '1 second'")]
    [TestCase("who", "'nga'")]
    [TestCase("name", "'Nga'")]
    [TestCase("role", "'Auditor'")]
    [TestCase("scope", "'H26'")]
    [TestCase("action", "'test.other'")]
    [TestCase("kind", "'other'")]
    [TestCase("target", "'other'")]
    [TestCase("agency", "'H26'")]
    [TestCase("reason", "null")]
    [TestCase("result", "'failed'")]
    [TestCase("detail", "'other'")]
    public async Task Should_name_the_row_that_was_altered(string column, string value)
    {
        await WriteAsync(9);
        await TamperAsync($"update operations.audit set {column} = {value} where number = 5");

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(5, AuditFault.Altered)]);
    }

    [Test]
    public async Task Should_name_the_row_that_was_altered_and_hashed_anew_without_the_key()
    {
        await WriteAsync(9);
        await TamperAsync("update operations.audit set reason = 'khác', hash = sha256(previous || 'khác'::bytea) where number = 5");

        (await VerifyAsync()).Findings.ShouldContain(new AuditFinding(5, AuditFault.Altered));
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(9)]
    public async Task Should_name_the_row_that_is_missing(int number)
    {
        await WriteAsync(9);
        await TamperAsync($"delete from operations.audit where number = {number}");

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(number, AuditFault.Missing)]);
    }

    [Test]
    public async Task Should_name_rows_missing_at_the_end_even_when_the_end_was_moved()
    {
        await WriteAsync(9);
        await TamperAsync("delete from operations.audit where number > 7");
        await TamperAsync("update operations.audit_head set number = 7");

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(7, AuditFault.End)]);
    }

    [Test]
    public async Task Should_name_the_row_that_was_put_in()
    {
        await WriteAsync(4);
        await TamperAsync(
            """
            insert into operations.audit (number, at, who, name, role, scope, action, kind, target, result, previous, hash)
            select 5, now(), 'minh', 'Minh', 'Supervisor', '*', 'approval.approve', 'x', 'x', 'done', hash, sha256(hash) from operations.audit where number = 4
            """);

        (await VerifyAsync()).Findings.ShouldBe([new AuditFinding(5, AuditFault.Inserted)]);
    }

    [Test]
    public async Task Should_name_the_row_that_stands_in_the_place_of_another()
    {
        await WriteAsync(6);
        await TamperAsync("update operations.audit set number = -1 where number = 2");
        await TamperAsync("update operations.audit set number = 2 where number = 3");
        await TamperAsync("update operations.audit set number = 3 where number = -1");

        (await VerifyAsync()).Findings.Select(finding => finding.Number).ShouldBe([2, 3], ignoreOrder: true);
    }

    [Test]
    public async Task Should_find_rows_by_who_what_and_when_and_only_of_ones_agencies()
    {
        await WriteAsync(2, "H26");
        await WriteAsync(3, "H29");
        await WriteAsync(1);
        var reader = _desks.Get<AuditReader>();

        (await reader.ListAsync(new AuditFilter { Agencies = ["H26"] }, 50, CancellationToken.None)).Count.ShouldBe(2);
        (await reader.ListAsync(new AuditFilter { Who = "Lan" }, 50, CancellationToken.None)).Count.ShouldBe(6);
        (await reader.ListAsync(new AuditFilter { Who = "minh" }, 50, CancellationToken.None)).ShouldBeEmpty();
        (await reader.ListAsync(new AuditFilter { Action = "test" }, 50, CancellationToken.None)).Count.ShouldBe(6);
        (await reader.ListAsync(new AuditFilter { Action = "tes" }, 50, CancellationToken.None)).ShouldBeEmpty();
        (await reader.ListAsync(new AuditFilter { Until = DateTimeOffset.UtcNow.AddHours(-1) }, 50, CancellationToken.None)).ShouldBeEmpty();
        (await reader.ListAsync(new AuditFilter { Before = 3 }, 50, CancellationToken.None)).Select(row => row.Number).ShouldBe([2, 1]);
    }

    private async Task InTransactionAsync(bool commits, string target)
    {
        await using var connection = await _desks.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await _desks.Get<AuditTrail>().WriteAsync(connection, transaction, new AuditEntry(Desks.Lan, "test.write", "thing", target), CancellationToken.None);
        if (commits) await transaction.CommitAsync();
    }

    private async Task WriteAsync(int rows, string? agency = null)
    {
        for (var row = 0; row < rows; row++)
        {
            await _desks.Get<AuditTrail>().WriteAsync(
                _desks.Database.Source, new AuditEntry(Desks.Lan, "test.write", "thing", $"t{row}") { Reason = "lý do", Agency = agency }, CancellationToken.None);
        }
    }

    /// <summary>As somebody who owns the tables, and has no key.</summary>
    private Task TamperAsync(string sql) => _desks.ExecuteAsync(
        $"""
        alter table operations.audit disable trigger user; alter table operations.audit_head disable trigger user;
        {sql};
        alter table operations.audit enable trigger user; alter table operations.audit_head enable trigger user
        """);

    private Task<IReadOnlyList<AuditRow>> RowsAsync() => _desks.Get<AuditReader>().ListAsync(new AuditFilter(), 1000, CancellationToken.None);

    private Task<AuditVerdict> VerifyAsync() => _desks.Get<AuditVerifier>().VerifyAsync(CancellationToken.None);
}
