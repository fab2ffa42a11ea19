using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Registries.Schema;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Worker.Tests.Housekeeping;

/// <summary>The Worker lets go of what is past its keeping, and of no accounting document, however old.</summary>
[Parallelizable(ParallelScope.Self)]
internal sealed class When_the_registries_are_kept
{
    /// <summary>A row of twenty years ago in every table, whatever its columns are: a table that is added later is in it.</summary>
    private const string FillAll =
        """
        do $$ declare t record; begin
          for t in select c.table_name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns,
              string_agg(
                case c.data_type when 'text' then '''x''' when 'date' then 'date ''2006-01-02'''
                  when 'timestamp with time zone' then 'timestamptz ''2006-01-02'''
                  when 'bytea' then '''\x01''::bytea' when 'uuid' then '''00000000-0000-0000-0000-000000000001''::uuid' when 'boolean' then 'true'
                  when 'interval' then 'interval ''23 hours''' when 'xid8' then '''1''::xid8' else '1' end, ', ' order by c.ordinal_position) as row
            from information_schema.columns c
            where c.table_schema = 'payment' and c.is_identity = 'NO' and (c.is_nullable = 'NO' or c.column_name like '%\_at')
              and c.column_name not in ('approved_at', 'refused_at')
            group by c.table_name loop
            execute format('insert into payment.%I (%s) values (%s)', t.table_name, t.columns, t.row);
          end loop;
        end $$
        """;

    /// <summary>The filled rows belong to one completed run, which is not the partner's latest; one of its entries belongs to a finding.</summary>
    private const string MakeRun =
        """
        update payment.reconciliation_run set state = 2;
        insert into payment.reconciliation_entry select (jsonb_populate_record(e, '{"id": 2}')).* from payment.reconciliation_entry e;
        insert into payment.reconciliation_run (partner, day, number, file, as_of, state, begun_by, cut_off, completed_at)
          values ('x', '2006-01-03', 1, 2, '2006-01-03', 2, 'x', '23:00', '2006-01-03');
        update payment.statement_line set id = (1::bigint << 32) + 1
        """;

    private static readonly string[] Working = ["feed", "reconciliation_entry", "reconciliation_match", "statement_line", "statement_part"];

    private TestDatabase _database = null!;

    [SetUp]
    public async Task StartAsync() => _database = await TestDatabase.CreateAsync([.. RegistrySchema.All]);

    [TearDown]
    public async Task EndAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Should_let_working_data_go_and_no_accounting_document()
    {
        await ExecuteAsync(FillAll);
        await ExecuteAsync(MakeRun);
        var before = await CountsAsync();
        before.Values.ShouldAllBe(count => count > 0);

        await RunAsync(new RetentionSettings(), "select count(*) = 0 from payment.feed");

        var after = await CountsAsync();
        before.Keys.Where(table => after[table] != before[table]).ShouldBe(Working);
        Working.ShouldAllBe(table => after[table] == before[table] - 1);
    }

    [Test]
    public async Task Should_keep_everything_for_as_long_as_is_set()
    {
        await ExecuteAsync(FillAll);
        await ExecuteAsync(MakeRun);
        await ExecuteAsync("insert into payment.feed (type, key, at, body) values ('x', 'x', now() - interval '40 days', '\\x01')");
        var before = await CountsAsync();

        await RunAsync(
            new RetentionSettings { PaymentEventDays = 50, RunInputDays = 36_525, StatementDays = 36_525 },
            "select count(*) = 1 from payment.feed");

        (await CountsAsync()).ShouldBe([.. before.Select(table => table.Key == "feed" ? KeyValuePair.Create("feed", 1L) : table)]);
    }

    /// <summary>Runs the housekeeping until the last step of its first round, the events, is done.</summary>
    private async Task RunAsync(RetentionSettings retention, string isDone)
    {
        await using var connections = new RuntimeDatabase(_database.ConnectionString);
        using var housekeeping = new RegistryHousekeeping(
            connections, new PaymentFeedKeeping(connections.Pooled), new RunKeeping(connections), new StatementKeeping(connections.Pooled), retention,
            new ReconcilingSettings(), TimeProvider.System, NullLogger<RegistryHousekeeping>.Instance);
        await housekeeping.StartAsync(CancellationToken.None);
        await Eventually.HoldsAsync(() => _database.ScalarAsync<bool>(isDone), isDone);
        await housekeeping.StopAsync(CancellationToken.None);
    }

    private async Task<SortedDictionary<string, long>> CountsAsync()
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var tables = _database.Source.CreateCommand(
            """
            select table_name,
              (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from payment.%I', table_name), false, true, '')))[1]::text::bigint
            from information_schema.tables where table_schema = 'payment'
            """);
        await using var reader = await tables.ExecuteReaderAsync();
        while (await reader.ReadAsync()) counts[reader.GetString(0)] = reader.GetInt64(1);
        return counts;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
