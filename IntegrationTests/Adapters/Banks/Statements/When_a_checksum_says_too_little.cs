using DichVuCong.Adapters.Banks.Statements;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_a_checksum_says_too_little
{
    [Test]
    public void Should_neither_read_nor_write_a_keyed_file_without_the_key()
    {
        var bytes = Sample.Bytes("ocb", 1);
        Should.Throw<ArgumentException>(() => StatementReader.Verify(Sample.Family("ocb"), Sample.File(bytes) with { Key = "" }));
        Should.Throw<ArgumentException>(() => Sample.Family("ocb").Write(Stream.Null, Sample.File([]) with { Key = "" }, Sample.Lines("ocb", 1)));
        Sample.Read("mb", Sample.Bytes("mb", 1), file => file with { Key = "" }).Length.ShouldBe(1);
    }

    /// <summary>Values are joined without a separator: a zero that moves from the amount to the fee leaves the checksum as it is.</summary>
    [TestCase("|5000|00|")]
    [TestCase("|500|000|")]
    [TestCase("|50000||")]
    public void Should_refuse_a_number_that_is_not_plain(string moved)
    {
        var text = Sample.Text("mb", 1);
        var damaged = text.Replace("|50000|0|", moved, StringComparison.Ordinal);
        damaged.ShouldNotBe(text);
        var rejection = Sample.Rejected("mb", Sample.Encoded("mb", damaged));
        rejection.Rule.ShouldBe(moved == "|50000||" ? RejectionRule.Checksum : RejectionRule.Value);
        rejection.Field.ShouldBe(moved == "|50000||" ? "Checksum" : "Fee");
    }
}
