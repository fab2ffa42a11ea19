using DichVuCong.Runtime.Tests.Versions;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Hosting;

/// <summary>Nobody made partitions for months: an old backup, a release that is tried years later.</summary>
internal sealed class When_a_database_stood_still
{
    private const string DropPartitions =
        """
        do $$ declare part regclass; begin
          for part in select inhrelid from pg_inherits where inhparent in ('bus.journal'::regclass, 'bus.chain'::regclass) loop
            execute format('drop table %s', part);
          end loop;
        end $$
        """;

    [Test]
    public async Task Should_have_a_journal_before_anything_is_decided()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        await harness.SendAsync(Builds.Older(), [.. Enumerable.Range(0, 20).Select(key => new Pay($"k{key}", 1))]);
        await harness.ExecuteAsync(DropPartitions);

        await harness.StartAsync(Builds.Older());

        for (var key = 0; key < 20; key++) await harness.UntilStateAsync($"k{key}", """1 {"total":1}""");
        (await harness.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0);
    }

    /// <summary>A fault that is not any message's ends no worker: there is one, and it goes on when the fault is mended.</summary>
    [Test]
    public async Task Should_go_on_once_the_journal_is_there_again()
    {
        await using var harness = await BuildsHarness.CreateAsync();
        await harness.StartAsync(Builds.Older(), workers: 1);
        await harness.ExecuteAsync(DropPartitions);
        await harness.SendAsync(Builds.Older(), new Pay("k", 1));
        await Eventually.HoldsAsync(() => harness.Log.Lines.Count(line => line.Text.Contains("23514", StringComparison.Ordinal)) > 1, "batches break on it");

        await harness.ExecuteAsync("select bus.make_partitions((now() at time zone 'Asia/Ho_Chi_Minh')::date)");

        await harness.UntilStateAsync("k", """1 {"total":1}""");
        (await harness.Database.ScalarAsync<long>("select count(*) from bus.parked")).ShouldBe(0, "no message was at fault");
    }
}
