using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;

namespace DichVuCong.OneStop.Tests.Replies;

internal sealed class When_reading_replies
{
    [TestCase("""{"error_code":0,"message":"ok"}""", 0)]
    [TestCase("""{"error_code":"0"}""", 0)]
    [TestCase("""{"error_code":"00"}""", 0)]
    [TestCase("""{"error_code":" -1 "}""", -1)]
    [TestCase("""{"error_code":1.0}""", 1)]
    [TestCase("""{"ERROR_CODE":"3"}""", 3)]
    [TestCase("""[{"error_code":0}]""", 0)]
    [TestCase("""{"message":"{\"error_code\":\"0\",\"message\":\"thành công\"}"}""", 0)]
    [TestCase("""{"error_code":"0","message":"{\"error_code\":\"-1\"}"}""", -1)]
    [TestCase("""{"error_code":"0","message":"{\"UrlThanhToan\":\"https://example.vn\"}"}""", 0)]
    [TestCase("""  "{\"error_code\":0}"  """, 0)]
    public void Should_find_error_code_in_every_form(string body, int code) => Read(body).ErrorCode.ShouldBe(code);

    [TestCase("""{"message":"thành công"}""")]
    [TestCase("""{"error_code":"thành công"}""")]
    [TestCase("""{"error_code":null}""")]
    [TestCase("""{"error_code":true}""")]
    [TestCase("""{"error_code":[0]}""")]
    [TestCase("""{"error_code":""}""")]
    public void Should_not_make_one_up(string body) => Read(body).ErrorCode.ShouldBeNull();

    [Test]
    public void Should_not_believe_a_reply_that_contradicts_itself() =>
        Read("""{"error_code":"-1","message":"{\"error_code\":\"0\"}"}""").ErrorCode.ShouldBeNull();

    [TestCase("")]
    [TestCase("OK")]
    [TestCase("<html><body>502 Bad Gateway</body></html>")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("""{"error_code":0""")]
    public void Should_say_what_is_no_reply(string body) => ReplyEnvelope.Read(Encoding.UTF8.GetBytes(body)).Fault.ShouldNotBeNull();

    [Test]
    public void Should_read_the_code_of_a_reply_in_a_wrong_encoding()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{\"error_code\":\"0\",\"message\":\"th"u8, 0xE0, .. "nh c\"}"u8];
        ReplyEnvelope.Read(body).Value.ShouldNotBeNull().ErrorCode.ShouldBe(0);
    }

    [Test]
    public void Should_find_rows_wherever_they_stand()
    {
        foreach (var body in new[]
        {
            """{"result":[{"MaHoSo":"A"}]}""", """{"result":{"data":[{"MaHoSo":"A"}]}}""", """{"data":{"MaHoSo":"A"}}""",
            """{"result":"[{\"MaHoSo\":\"A\"}]"}""", """{"message":"{\"error_code\":0,\"result\":[{\"mahoso\":\"A\"},7,null]}"}""",
        })
        {
            Read(body).Rows<DossierSummary>().ShouldHaveSingleItem(body).MaHoSo.ShouldBe("A", body);
        }
    }

    private static ReplyEnvelope Read(string body) => ReplyEnvelope.Read(Encoding.UTF8.GetBytes(body)).Value.ShouldNotBeNull();
}
