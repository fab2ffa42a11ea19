using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Operations.Dossiers;
using DichVuCong.Registries.Tests.Operations.Support;
using DichVuCong.Runtime.Recording;
using Npgsql;

namespace DichVuCong.Registries.Tests.Operations;

/// <summary>Every criterion has an index, and none of them costs a dossier's updates anything.</summary>
internal sealed class When_searches_are_planned
{
    private static readonly DateTimeOffset Day = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private FiledDossiers _filed = null!;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _filed = await FiledDossiers.CreateAsync();
        await _filed.ExecuteAsync(
            """
            insert into dossier.dossier (code, procedure, agency, system, origin, channel, central, flow, caller, submission, applicant, filed_at, state, state_since, receipt_version)
            select 'H29.' || i % 100 || '-260101-' || 5000000 + i, '1.00' || 1000 + i % 500, 'H29.' || i % 100, 'H29', 1, 2, true, 4, 'portal', 's' || i, sha256(i::text::bytea),
              timestamptz '2026-01-01' + i * interval '10 minutes', i % 11, now(), 1
            from generate_series(1, 30000) i;
            insert into operations.dossier_phone select sha256(i::text::bytea), 'H29.' || i % 100 || '-260101-' || 5000000 + i from generate_series(1, 30000) i;
            insert into payment.obligation (id, account, agency, dossier, content, stated_at, expires_at, state_since, amount)
            select 'ob-' || i, 'bo', 'H29', 'H29.' || i % 100 || '-260101-' || 5000000 + i, '\x00', now(), now(), now(), 1 from generate_series(1, 30000) i;
            insert into payment.payment_order (reference, obligation, position, agency, bank, account_number, account_name, treasury, amount, state_since, created_at)
            select 'D' || i, 'ob-' || i, 1, 'H29', 'kb', '1', 'KBNN', true, 1, now(), now() from generate_series(1, 30000) i;
            insert into payment.transaction (reference, partner, transaction_no, result, amount, paid_at, day, source)
            select 'D' || i, 'vnpay', 'FT' || i, 1, 1, now(), current_date, 1 from generate_series(1, 30000) i;
            analyze;
            """);
    }

    [OneTimeTearDown]
    public async Task DropAsync() => await _filed.DisposeAsync();

    private static IEnumerable<TestCaseData> Questions()
    {
        yield return Case("code", new() { Code = DossierCode.Parse("H29.1-260101-5000001") }, "dossier_pkey");
        yield return Case("submission", new() { Submission = "s77" }, "dossier_submission");
        yield return Case("applicant", new() { Applicant = new byte[32] }, "dossier_applicant");
        yield return Case("phone", new() { Phone = new byte[32] }, "dossier_phone_pkey", "dossier_pkey");
        yield return Case("reference", new() { Reference = "D77" }, "payment_order_pkey", "obligation_pkey", "dossier_pkey");
        yield return Case("transaction", new() { Transaction = "FT77" }, "transaction_number", "payment_order_pkey", "dossier_pkey");
        yield return Case("agency", new() { Agency = AgencyCode.Parse("H29.7") }, "dossier_agency");
        yield return Case("procedure", new() { Procedure = ProcedureCode.Parse("1.001077") }, "dossier_procedure");
        yield return Case("state", new() { State = DossierState.Processing }, "dossier_filed");
        yield return Case("waiting for coordination", new() { State = DossierState.Unrouted }, "dossier_pkey");
        yield return Case("scope", new() { Scope = ["H29.1", "H29.2", "H29.3"] }, "dossier_");
        yield return Case("nothing", new(), "dossier_filed");
    }

    [TestCaseSource(nameof(Questions))]
    public async Task Should_go_by_an_index(DossierCriteria criteria, string[] indexes)
    {
        var plan = await PlanAsync(criteria);

        // The coordination desk's table is all but empty here.
        plan.Replace("Seq Scan on task", "", StringComparison.Ordinal).ShouldNotContain("Seq Scan");
        foreach (var index in indexes) plan.ShouldContain(index);
    }

    [Test]
    public async Task Should_leave_updates_of_a_dossier_to_its_row()
    {
        var updates = Enumerable.Range(1, 200).Select(number => new UpdateDossierRow
        {
            Dossier = DossierCode.Parse($"H29.{number % 100}-260101-{5_000_000 + number}"),
            State = DossierState.Processed,
            StateSince = Day,
            ReceiptVersion = 2,
            Agency = AgencyCode.Parse($"H29.{number % 100}"),
            System = "H29",
            FinishedAt = Day,
            Deadline = Day,
        });

        var (all, hot) = await UpdateAsync(updates);

        all.ShouldBe(200);
        // An update for which its page has no room left goes elsewhere, whatever is indexed.
        hot.ShouldBeInRange(1, 200);
        (await _filed.Database.ScalarAsync<long>(
            """
            select count(*) from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = 'dossier.dossier'::regclass
              and a.attname in ('state', 'state_since', 'receipt_version', 'accepted_at', 'deadline', 'own_deadline', 'deadline_suspended', 'finished_at', 'delivered_at', 'alarms', 'updated_at')
            """)).ShouldBe(0);
    }

    private static TestCaseData Case(string name, DossierCriteria criteria, params string[] indexes) =>
        new TestCaseData(criteria, indexes).SetName($"Should_go_by_an_index: {name}");

    private async Task<(long All, long Hot)> UpdateAsync(IEnumerable<UpdateDossierRow> updates)
    {
        await using var connection = await _filed.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        new RegistryRecorder(_filed.Sealer).Record([.. updates.Select(update => new RecordedMessage(update, Guid.NewGuid(), update.Dossier.Value, 0, Day))], batch);
        await batch.ExecuteNonQueryAsync();
        await using var count = new NpgsqlCommand(
            "select pg_stat_get_xact_tuples_updated(t), pg_stat_get_xact_tuples_hot_updated(t) from (select 'dossier.dossier'::regclass::oid t) x", connection, transaction);
        await using var reader = await count.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private async Task<string> PlanAsync(DossierCriteria criteria)
    {
        await using var connection = await _filed.Database.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand { Connection = connection };
        SearchSql.Write(command, criteria, criteria.IsPointed ? null : Day.AddDays(-1), criteria.IsPointed ? null : new SearchPlace(Day, ""), 51);
        command.CommandText = "explain " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
