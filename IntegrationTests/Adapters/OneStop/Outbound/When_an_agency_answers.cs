using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_an_agency_answers
{
    private FakeAgency _agency = null!;
    private Delivery _delivery = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _agency = await FakeAgency.StartAsync();
        _delivery = new Delivery(Contents.System(_agency.BaseUrl));
    }

    [TearDown]
    public async Task StopAsync()
    {
        _delivery.Dispose();
        await _agency.DisposeAsync();
    }

    [TestCase(200, """{"error_code":0,"message":"H29.101-261121-5000001| ok"}""", false)]
    [TestCase(200, """{"error_code":"00"}""", false)]
    [TestCase(200, """{"error_code":1,"message":"trùng"}""", true)]
    [TestCase(200, """{"error_code":"3","message":"Hồ sơ ĐÃ TỒN TẠI"}""", true)]
    [TestCase(200, """{"error_code":-1,"message":"ho so da ton tai"}""", true)]
    [TestCase(200, """{"message":"{\"error_code\":\"0\",\"message\":\"Thành công\"}"}""", false)]
    [TestCase(201, """ "{\"error_code\":0}" """, false)]
    [TestCase(500, """{"error_code":"0","message":"Tiếp nhận thành công"}""", false)]
    [TestCase(409, """{"error_code":1}""", true)]
    public async Task Should_take_a_success_in_whatever_clothes_it_comes(int status, string body, bool alreadyThere)
    {
        _agency.Answers(status, body);
        var outcome = await _delivery.CallAsync();
        outcome.Kind.ShouldBe(OutcomeKind.Done);
        outcome.Reply.ShouldBe(new DossierDelivered(Contents.Code, 1, alreadyThere));
    }

    [Test]
    public async Task Should_understand_every_form_in_which_known_systems_write([Values] ErrorCodeForm form, [Values] bool wrapped)
    {
        var style = new ReplyStyle(form, wrapped);
        (await AnsweredAsync(AgencyReplies.Stored(style, Contents.Code.Value))).Reply.ShouldBe(new DossierDelivered(Contents.Code, 1, AlreadyThere: false));
        (await AnsweredAsync(AgencyReplies.AlreadyThere(style, Contents.Code.Value))).Reply.ShouldBe(new DossierDelivered(Contents.Code, 1, AlreadyThere: true));
        (await AnsweredAsync(AgencyReplies.Refused(style, Contents.Code.Value, "Sai thẩm quyền"))).Reply.ShouldBe(new DeliveryRefused(Contents.Code, 1, "Sai thẩm quyền"));
    }

    [TestCase(200, """{"error_code":-1,"message":"H29.101-261121-5000001| Thiếu giấy chứng sinh"}""", "Thiếu giấy chứng sinh")]
    [TestCase(200, """{"error_code":"99"}""", "Không nêu lý do (error_code 99).")]
    [TestCase(400, """{"error_code":-1,"message":"Sai mã thủ tục"}""", "Sai mã thủ tục")]
    [TestCase(413, "", "Không nêu lý do (HTTP 413).")]
    [TestCase(422, "<html></html>", "Không nêu lý do (HTTP 422).")]
    [TestCase(409, "{}", "Không nêu lý do (HTTP 409).")]
    public async Task Should_pass_a_refusal_on(int status, string body, string text)
    {
        _agency.Answers(status, body);
        var outcome = await _delivery.CallAsync();
        outcome.Kind.ShouldBe(OutcomeKind.Refused);
        outcome.Reply.ShouldBe(new DeliveryRefused(Contents.Code, 1, text));
    }

    [TestCase(200, "")]
    [TestCase(200, "OK")]
    [TestCase(200, "<html>Bảo trì</html>")]
    [TestCase(200, """{"message":"Thành công"}""")]
    [TestCase(200, """{"error_code":0""")]
    [TestCase(200, """{"error_code":0,"message":"Cập nhật không thành công"}""")]
    [TestCase(200, """{"error_code":"-1","message":"{\"error_code\":\"0\"}"}""")]
    [TestCase(204, "")]
    [TestCase(408, "")]
    [TestCase(500, "")]
    [TestCase(500, """{"error_code":-1,"message":"Lỗi hệ thống"}""")]
    [TestCase(502, "<html></html>")]
    [TestCase(503, "")]
    [TestCase(504, "")]
    public async Task Should_not_know_when_there_is_no_clear_answer(int status, string body)
    {
        if (status == 204) _agency.Answer = context => Task.FromResult(context.Response.StatusCode = status);
        else _agency.Answers(status, body);
        (await _delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
    }

    [TestCase(301)]
    [TestCase(307)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    public async Task Should_wait_while_the_settings_are_wrong_and_never_follow_a_redirect(int status)
    {
        _agency.Answers(status, "", ("Location", $"{_agency.BaseUrl}khac"));
        (await _delivery.CallAsync()).Kind.ShouldBe(OutcomeKind.Transient);
        _agency.Requests.Count.ShouldBe(1);
    }

    [TestCase(429, "7", 7)]
    [TestCase(503, "120", 120)]
    [TestCase(503, "31536000", 3600)]
    [TestCase(429, null, null)]
    [TestCase(503, "Sat, 21 Nov 2026 01:01:00 GMT", 60)]
    [TestCase(503, "Sat, 21 Nov 2020 01:01:00 GMT", 0)]
    public async Task Should_have_the_patience_it_is_asked_for(int status, string? retryAfter, int? seconds)
    {
        using var delivery = new Delivery(Contents.System(_agency.BaseUrl), new ManualTime());
        _agency.Answers(status, "", retryAfter is null ? [] : [("Retry-After", retryAfter)]);
        var outcome = await delivery.CallAsync();
        outcome.Kind.ShouldBe(OutcomeKind.Transient);
        outcome.RetryAfter.ShouldBe(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
    }

    [TestCase("""{"error_code":0}""", OutcomeKind.Done)]
    [TestCase("""{"error_code":1,"message":"đã tồn tại"}""", OutcomeKind.Refused)]
    [TestCase("""{"error_code":-1,"message":"Hồ sơ không tồn tại"}""", OutcomeKind.Refused)]
    [TestCase("""{"error_code":0,"message":"Hồ sơ không tồn tại"}""", OutcomeKind.Unknown)]
    public async Task Should_read_the_answers_to_an_update_by_their_own_table(string body, OutcomeKind kind)
    {
        _agency.Answers(200, body);
        (await _delivery.CallAsync(revision: 2)).Kind.ShouldBe(kind);
    }

    private Task<Outcome> AnsweredAsync(byte[] reply)
    {
        _agency.Answers(200, Encoding.UTF8.GetString(reply));
        return _delivery.CallAsync();
    }
}
