using System.IO.Compression;
using System.Text.Json;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Journal.Archive;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Tests.Support;
using DichVuCong.Testing;

namespace DichVuCong.Runtime.Tests.Journal;

internal sealed class When_old_months_are_archived : ArchiveTest
{
    [Test]
    public async Task Should_move_what_is_older_than_twelve_months_into_files()
    {
        var run = await ArchiveAsync();

        run.Months.Select(month => (month.Month.Month, month.Step)).ShouldBe([(PastJournal.MonthAgo(14), ArchiveStep.Archived), (PastJournal.MonthAgo(13), ArchiveStep.Archived)]);
        Directory.GetFiles(Folder).Select(Path.GetFileName).Order().ShouldBe([FileOf(14), FileOf(13)]);
        (await IsTableAsync(14)).ShouldBeFalse();
        (await IsTableAsync(13)).ShouldBeFalse();
        (await IsTableAsync(12)).ShouldBeTrue();
        (await Ledger.ListAsync(CancellationToken.None)).ShouldAllBe(month => month.DroppedAt != null && month.Broken == 0 && month.Rows == Batches * 6 && month.Links == Batches * 3);
    }

    [Test]
    public async Task Should_keep_the_chains_whole_from_the_files_into_the_tables()
    {
        var before = await VerifyAsync();

        await ArchiveAsync();

        var after = await VerifyAsync();
        after.IsWhole.ShouldBeTrue();
        after.Checked.ShouldBe(before.Checked);
        after.Files.Count.ShouldBe(2);
    }

    [Test]
    public async Task Should_do_nothing_when_it_is_done()
    {
        await ArchiveAsync();
        var rows = await RowsInTablesAsync();

        (await ArchiveAsync()).ShouldSatisfyAllConditions(run => run.Busy.ShouldBeFalse(), run => run.Months.ShouldBeEmpty());

        (await RowsInTablesAsync()).ShouldBe(rows);
    }

    [Test]
    public async Task Should_write_what_anybody_can_read()
    {
        await ArchiveAsync();

        await using var file = File.OpenRead(Path.Combine(Folder, FileOf(14)));
        await using var text = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(text);
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var header = JsonDocument.Parse(lines[0]);
        header.RootElement.GetProperty("format").GetString().ShouldBe("dichvucong.journal");
        header.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetString()).ShouldBe(["saga", "n", "type", "outcome", "edge", "calendar", "message", "cause", "took"]);
        header.RootElement.GetProperty("words").EnumerateObject().Select(word => word.Value.GetString()).ShouldContain("type test.note.v1");
        lines.Length.ShouldBe(1 + (Batches * 3));
    }

    [Test]
    public async Task Should_find_a_sagas_rows_in_the_file()
    {
        await ArchiveAsync();
        var month = (await Ledger.ListAsync(CancellationToken.None))[0];
        var key = Enumerable.Range(0, 10_000).Select(number => $"key-{number}").First(name => Lane.Of(name) == 17);

        var rows = await new ArchiveLookup(System.Connections.Pooled, Folder).FindAsync(month, key, new HashSet<long> { 1017 }, CancellationToken.None);

        rows!.Select(row => row.N).ShouldBe(Enumerable.Range(1, Batches * 2));
        rows!.Where(row => row.N % 2 == 0).Select(row => row.Took).ShouldBe(Enumerable.Range(100, Batches).Select(took => (int?)took));
        rows!.Where(row => row.N % 2 == 1).ShouldAllBe(row => row.Took == null);
    }

    [Test]
    public async Task Should_be_done_by_the_first_host_that_keeps_house()
    {
        await System.AddHostAsync(new RuntimeOptions { Workers = 1, ArchiveFolder = Folder });

        await Eventually.HoldsAsync(async () => !await IsTableAsync(13) && !await IsTableAsync(14), "the housekeeping has archived", TimeSpan.FromSeconds(60));

        (await VerifyAsync()).IsWhole.ShouldBeTrue();
    }

    [Test]
    public async Task Should_go_on_deciding_meanwhile()
    {
        await Task.WhenAll(
            ArchiveAsync(),
            System.SendAsync([.. Enumerable.Range(0, 200).Select(key => new Note($"later-{key}", 1))]));

        await System.UntilRowsAsync("select count(*) from bus.saga where key like 'later-%'", 200);
        (await VerifyAsync()).IsWhole.ShouldBeTrue();
    }

    [Test]
    public async Task Should_find_a_file_that_was_changed()
    {
        await ArchiveAsync();
        var path = Path.Combine(Folder, FileOf(14));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(path, bytes);

        var found = await VerifyAsync();

        found.Files.Select(one => one.Fault).ShouldBe([ArchiveFault.Changed, null]);
        found.Broken.ShouldBeEmpty("what the other files and the tables hold is whole");
    }

    [Test]
    public async Task Should_find_that_a_file_is_missing()
    {
        await ArchiveAsync();
        File.Delete(Path.Combine(Folder, FileOf(13)));

        var found = await VerifyAsync();

        found.Files.Select(one => one.Fault).ShouldBe([null, ArchiveFault.Missing]);
        found.Broken.ShouldBeEmpty();
    }
}
