using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Adapters.Banks.Statements.Layouts;
using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Banks.Tests.Statements;

[TestFixtureSource(typeof(Sample), nameof(Sample.Families))]
internal sealed class When_reading_what_was_written(string family)
{
    [Test]
    public void Should_give_every_line_as_it_was()
    {
        var read = Sample.Read(family, Sample.Bytes(family, 9));
        read.Select(line => line with { LineNumber = 0 }).ShouldBe(Sample.Lines(family, 9));
        read.Select(line => line.LineNumber).ShouldBeInOrder(SortDirection.Ascending);
        read.Select(line => line.LineNumber).ShouldBeUnique();
    }

    [Test]
    public void Should_take_a_day_without_movements()
    {
        var bytes = Sample.Bytes(family, 0);
        var verified = StatementReader.Verify(Sample.Family(family), Sample.File(bytes) with { Size = bytes.Length });
        verified.Count.ShouldBe(0);
        verified.Lines().ShouldBeEmpty();
    }

    [Test]
    public void Should_give_the_same_file_its_digest_again()
    {
        var bytes = Sample.Bytes(family, 3);
        var digest = StatementReader.Verify(Sample.Family(family), Sample.File(bytes)).Digest;
        digest.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Test]
    public void Should_read_a_long_file_with_a_line_in_memory()
    {
        const int count = 100_000;
        const long bound = 4 * 1024 * 1024;
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{family}-{Guid.NewGuid():N}");
        try
        {
            using (var to = File.Create(path)) Sample.Family(family).Write(to, Sample.File([]), Sample.Lines(family, count));
            var file = Sample.File([]) with { Open = () => File.OpenRead(path), Size = new FileInfo(path).Length };
            var (before, lines) = (GC.GetTotalMemory(forceFullCollection: true), 0);
            foreach (var _ in StatementReader.Verify(Sample.Family(family), file).Lines())
            {
                if (++lines % 30_000 == 0) (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(bound);
            }

            lines.ShouldBe(count);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

internal sealed class When_a_layout_is_another
{
    [Test]
    public void Should_read_widths_the_other_way_round_by_setting()
    {
        var turned = new TextFamily(NapasLayout.Of(f50Width: 3, f9Width: 8));
        using var to = new MemoryStream();
        turned.Write(to, Sample.File([]), Sample.Lines("napas", 2));
        StatementReader.Verify(turned, Sample.File(to.ToArray())).Count.ShouldBe(2);
        Sample.Rejected("napas", to.ToArray()).ShouldBe(new Rejection(2, "F9", RejectionRule.Fields, Sample.Rejected("napas", to.ToArray()).Details));
    }
}
