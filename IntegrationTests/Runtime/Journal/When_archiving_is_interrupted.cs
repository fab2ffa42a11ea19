using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Journal.Archive;
using DichVuCong.Runtime.Tests.Support;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Journal;

internal sealed class When_archiving_is_interrupted : ArchiveTest
{
    private long _before;

    [SetUp]
    public async Task CountBatches() => _before = (await VerifyAsync()).Checked;

    [Test]
    public async Task Should_begin_a_half_written_file_anew()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, FileOf(14) + ".part"), new string('x', 100_000));

        await ArchiveAsync();

        await ShouldBeArchivedOnceAsync();
    }

    [Test]
    public async Task Should_write_a_file_anew_that_the_database_does_not_know()
    {
        await new MonthExport(System.Connections.Pooled, new JournalMonth(PastJournal.MonthAgo(14)), Folder).WriteAsync(CancellationToken.None);

        await ArchiveAsync();

        await ShouldBeArchivedOnceAsync();
    }

    [Test]
    public async Task Should_leave_the_tables_while_the_journal_is_in_use_and_drop_them_later()
    {
        await using (await ReadJournalAsync())
        {
            (await ArchiveAsync()).Months.ShouldAllBe(month => month.Step == ArchiveStep.Written);
            (await IsTableAsync(14)).ShouldBeTrue();
            var found = await VerifyAsync();
            found.IsWhole.ShouldBeTrue();
            found.Checked.ShouldBe(_before, "what is in a file and still in the tables counts once");
        }

        (await ArchiveAsync()).Months.ShouldAllBe(month => month.Step == ArchiveStep.Archived);

        await ShouldBeArchivedOnceAsync();
    }

    [Test]
    public async Task Should_drop_nothing_whose_file_has_changed_since()
    {
        await using (await ReadJournalAsync()) await ArchiveAsync();
        await File.AppendAllTextAsync(Path.Combine(Folder, FileOf(14)), "x");

        await Should.ThrowAsync<InvalidDataException>(ArchiveAsync);

        (await IsTableAsync(14)).ShouldBeTrue();
    }

    [Test]
    public async Task Should_drop_nothing_that_has_grown_since()
    {
        await using (await ReadJournalAsync()) await ArchiveAsync();
        await new PastJournal(System.Connections).WriteAsync(monthsAgo: 14, batches: 1);

        await Should.ThrowAsync<InvalidDataException>(ArchiveAsync);

        (await IsTableAsync(14)).ShouldBeTrue();
    }

    [Test]
    public async Task Should_leave_it_to_whoever_came_first()
    {
        await using var other = await System.Connections.Dedicated.OpenConnectionAsync();
        await using (var command = new NpgsqlCommand("select pg_advisory_lock(x'4456434B'::int, 3)", other)) await command.ExecuteNonQueryAsync();

        (await ArchiveAsync()).Busy.ShouldBeTrue();

        Directory.GetFiles(Folder).ShouldBeEmpty();
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(40)]
    [TestCase(160)]
    public async Task Should_lose_and_double_nothing_when_it_is_cancelled_at_any_instant(int milliseconds)
    {
        using (var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds)))
        {
            try
            {
                await new JournalArchiver(System.Connections.Pooled, System.Connections.Dedicated, Folder, TimeProvider.System).RunAsync(before: null, keepMonths: 12, soon.Token);
            }
            catch (OperationCanceledException)
            {
                // As a host that is shut down.
            }
        }

        (await VerifyAsync()).ShouldSatisfyAllConditions(found => found.IsWhole.ShouldBeTrue(), found => found.Checked.ShouldBe(_before));
        await ArchiveAsync();

        await ShouldBeArchivedOnceAsync();
    }

    private async Task ShouldBeArchivedOnceAsync()
    {
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order().ShouldBe([FileOf(14), FileOf(13)]);
        (await Ledger.ListAsync(CancellationToken.None)).Select(month => month.Rows).ShouldBe([Batches * 6, Batches * 6]);
        (await IsTableAsync(14)).ShouldBeFalse();
        var found = await VerifyAsync();
        found.IsWhole.ShouldBeTrue();
        found.Checked.ShouldBe(_before);
    }

    /// <summary>Somebody reads the journal in a transaction that stays open.</summary>
    private async Task<NpgsqlConnection> ReadJournalAsync()
    {
        var connection = await System.Connections.Dedicated.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("begin; lock table bus.journal in access share mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
