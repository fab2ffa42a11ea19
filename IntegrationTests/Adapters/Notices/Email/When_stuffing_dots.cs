using System.Buffers;
using System.Text;
using DichVuCong.Adapters.Email;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_stuffing_dots
{
    [TestCase("a\r\n", "a\r\n")]
    [TestCase("a", "a\r\n")]
    [TestCase("", "")]
    [TestCase(".", "..\r\n")]
    [TestCase(".a\r\n..b\r\nc.\r\n", "..a\r\n...b\r\nc.\r\n")]
    [TestCase("\r\n.\r\n", "\r\n..\r\n")]
    [TestCase("a\n.\nb", "a\r\n..\r\nb\r\n")]
    [TestCase("a\r.\rb", "a\r\n..\r\nb\r\n")]
    [TestCase("a\n.\r\nMAIL FROM:<x@y.example>\r\n", "a\r\n..\r\nMAIL FROM:<x@y.example>\r\n")]
    public void Should_double_dots_and_mend_line_ends(string content, string expected) => Stuff(content).ShouldBe(expected);

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Should_never_write_a_line_that_ends_the_mail(byte[]? random)
    {
        // Few different bytes, so that dots and line ends meet often.
        var content = string.Concat((random ?? []).Select(value => "a.\r\n"[value % 4]));

        var lines = Stuff(content).Split("\r\n");

        Array.Exists(lines, line => line == "." || line.Contains('\r') || line.Contains('\n')).ShouldBeFalse();
        string.Join("\n", lines[..^1].Select(line => line.StartsWith('.') ? line[1..] : line)).ShouldBe(content.ReplaceLineEndings("\n").TrimEndOnce());
    }

    private static string Stuff(string content)
    {
        var output = new ArrayBufferWriter<byte>();
        DotStuffing.Write(output, Encoding.ASCII.GetBytes(content));
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }
}

file static class Lines
{
    public static string TrimEndOnce(this string text) => text.EndsWith('\n') ? text[..^1] : text;
}
