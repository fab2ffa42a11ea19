using DichVuCong.Cli.Backups;

namespace DichVuCong.Cli.Tests.Backups;

internal sealed class When_the_log_is_looked_through
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dvc-wal-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Should_find_no_gap_over_the_end_of_a_log_file()
    {
        Put("0000000100000000000000FE", "0000000100000000000000FF", "000000010000000100000000", "000000010000000100000001", "00000002.history", "junk.part");

        new WalArchive(_folder).FirstGap("0000000100000000000000FE").ShouldBeNull();
        new WalArchive(_folder).Segments().Count.ShouldBe(4);
    }

    [Test]
    public void Should_name_the_first_segment_that_is_missing()
    {
        Put("000000010000000000000003", "000000010000000000000004", "000000010000000000000006", "000000020000000000000005");

        new WalArchive(_folder).FirstGap("000000010000000000000003").ShouldBe("000000010000000000000005");
        new WalArchive(_folder).FirstGap("000000010000000000000002").ShouldBe("000000010000000000000002");
        new WalArchive(_folder).FirstGap("000000030000000000000001").ShouldBe("000000030000000000000001");
    }

    private void Put(params string[] names)
    {
        foreach (var name in names) File.WriteAllBytes(Path.Combine(_folder, name), []);
    }
}
