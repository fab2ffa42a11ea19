using System.Text;
using DichVuCong.Adapters.Email;

namespace DichVuCong.Notices.Tests.Email;

internal sealed class When_reading_replies
{
    [TestCase("250 ok\r\n", "250")]
    [TestCase("250\r\n", "250")]
    [TestCase("250 \r\n", "250")]
    [TestCase("250 ok\n", "250")]
    [TestCase("550 5.1.1 <an@example.vn>: no such user\r\n", "550 5.1.1")]
    [TestCase("550 5.7.606 banned\r\n", "550 5.7.606")]
    [TestCase("550 4.1.1 of another class\r\n", "550")]
    [TestCase("550 5.1 not whole\r\n", "550")]
    [TestCase("550 5.1.1.1 too long\r\n", "550")]
    [TestCase("550 5.1.1,\r\n", "550")]
    [TestCase("250-a\r\n250-b\r\n250 c\r\n", "250")]
    [TestCase("550-5.7.1 one\r\n550 5.7.1 two\r\n", "550 5.7.1")]
    public async Task Should_keep_the_numbers_and_nothing_else(string reply, string expected) =>
        (await ReadAsync(reply)).ToString().ShouldBe(expected);

    [TestCase("ok\r\n")]
    [TestCase("25 ok\r\n")]
    [TestCase("2500 ok\r\n")]
    [TestCase("250ok\r\n")]
    [TestCase("150 early\r\n")]
    [TestCase("650 late\r\n")]
    [TestCase("+50 x\r\n")]
    [TestCase("\r\n")]
    [TestCase("250-a\r\n251 b\r\n")]
    [TestCase("HTTP/1.1 400 Bad Request\r\n")]
    public async Task Should_take_nothing_else_for_a_reply(string reply) =>
        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(reply));

    [Test]
    public async Task Should_bound_a_line() => await Should.ThrowAsync<InvalidDataException>(() => ReadAsync("250 " + new string('x', 5000) + "\r\n"));

    [Test]
    public async Task Should_bound_the_number_of_lines() =>
        await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(string.Concat(Enumerable.Repeat("250-x\r\n", 101)) + "250 x\r\n"));

    [TestCase("")]
    [TestCase("25")]
    [TestCase("250 ok")]
    [TestCase("250-a\r\n")]
    public async Task Should_notice_that_the_server_hung_up(string reply) => await Should.ThrowAsync<EndOfStreamException>(() => ReadAsync(reply));

    [Test]
    public async Task Should_read_replies_that_come_together_and_in_pieces([Values(1, 2, 3, 7, 1000)] int piece)
    {
        var text = "220 hello\r\n250-one\r\n250 two\r\n" + string.Concat(Enumerable.Repeat("250-" + new string('x', 900) + "\r\n", 20)) + "354 go\r\n";
        var reader = new SmtpReplyReader(new Pieces(text, piece));
        var lines = new List<string>();

        (await reader.ReadAsync(texts: null, CancellationToken.None)).Code.ShouldBe(220);
        (await reader.ReadAsync(lines, CancellationToken.None)).Code.ShouldBe(250);
        lines.ShouldBe(["one", "two"]);
        await Should.ThrowAsync<InvalidDataException>(async () => await reader.ReadAsync(texts: null, CancellationToken.None));
    }

    [Test]
    public async Task Should_read_the_offers_of_a_server()
    {
        var lines = new List<string>();
        await new SmtpReplyReader(new Pieces("250-mail\r\n250-pipelining\r\n250-SIZE 1000\r\n250-AUTH=LOGIN\r\n250-AUTH PLAIN XOAUTH2\r\n250-\r\n250 STARTTLS\r\n", 9))
            .ReadAsync(lines, CancellationToken.None);

        SmtpExtensions.Read(lines).ShouldBe(new SmtpExtensions(StartTls: true, Pipelining: true, Size: true, AuthPlain: true, AuthLogin: true));
        SmtpExtensions.Read(["STARTTLS PIPELINING"]).ShouldBe(new SmtpExtensions(StartTls: false, Pipelining: false, Size: false, AuthPlain: false, AuthLogin: false));
    }

    private static async Task<SmtpReply> ReadAsync(string text) => await new SmtpReplyReader(new Pieces(text, 5)).ReadAsync(texts: null, CancellationToken.None);

    /// <summary>A stream that gives so many bytes at a time.</summary>
    private sealed class Pieces(string text, int piece) : MemoryStream(Encoding.Latin1.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
