using DichVuCong.Runtime.Journal;
using DichVuCong.Runtime.Journal.Archive;

namespace DichVuCong.Runtime.Tests.Support;

/// <summary>A journal of four months - 14, 13 and 12 months ago, and now - and a folder for its archive.</summary>
internal abstract class ArchiveTest
{
    protected const int Batches = 150;

    protected RuntimeHarness System { get; private set; } = null!;

    protected string Folder { get; private set; } = null!;

    protected ArchiveLedger Ledger => new(System.Connections.Pooled);

    protected static string FileOf(int monthsAgo) => new JournalMonth(PastJournal.MonthAgo(monthsAgo)).File;

    [SetUp]
    public async Task KeepAJournal()
    {
        Folder = Directory.CreateTempSubdirectory("dvc-archive-").FullName;
        System = await RuntimeHarness.StartAsync(hosts: 0);
        var past = new PastJournal(System.Connections);
        foreach (var months in new[] { 14, 13, 12 }) await past.WriteAsync(months, Batches);
        await System.AddHostAsync();
        await System.SendAsync([.. Enumerable.Range(0, 40).Select(key => new Note($"key-{key}", 1))]);
        for (var key = 0; key < 40; key++) await System.UntilAsync($"key-{key}", state => state.Numbers.Count == 1);
    }

    [TearDown]
    public async Task Stop()
    {
        await System.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected Task<ArchiveRun> ArchiveAsync() =>
        new JournalArchiver(System.Connections.Pooled, System.Connections.Dedicated, Folder, TimeProvider.System).RunAsync(before: null, keepMonths: 12, CancellationToken.None);

    protected Task<JournalFindings> VerifyAsync() => new JournalVerifier(System.Connections.Pooled, Folder).VerifyAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);

    protected Task<bool> IsTableAsync(int monthsAgo) =>
        System.Database.ScalarAsync<bool>($"select to_regclass('{new JournalMonth(PastJournal.MonthAgo(monthsAgo)).Journal}') is not null");

    protected Task<long> RowsInTablesAsync() => System.Database.ScalarAsync<long>("select count(*) from bus.journal");
}
