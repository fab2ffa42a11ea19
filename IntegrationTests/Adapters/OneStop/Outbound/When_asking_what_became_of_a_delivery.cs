using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.OneStop.Tests.Fakes;

namespace DichVuCong.OneStop.Tests.Outbound;

internal sealed class When_asking_what_became_of_a_delivery
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

    [Test]
    public async Task Should_ask_by_the_code_and_find_it()
    {
        _agency.Answers(200, Encoding.UTF8.GetString(AgencyReplies.Found(new() { MaHoSo = Contents.Code.Value, TrangThaiHoSo = "1" })));

        var outcome = await _delivery.AskAsync();

        outcome.Reply.ShouldBe(new DossierDelivered(Contents.Code, 1, AlreadyThere: true));
        var received = _agency.Requests.ShouldHaveSingleItem();
        received.Target.ShouldBe("/search/call");
        Encoding.UTF8.GetString(received.Body).ShouldBe($$"""{"madonvi":"H29","service":"TraCuuHoSo","masohoso":"{{Contents.Code}}"}""");
        AgencyLookup.Read(received.Body).Value!.MaSoHoSo.ShouldBe(Contents.Code.Value);
    }

    [TestCase(200, """{"error_code":0,"result":[{"MaHoSo":"H29.101-261121-5000001"}]}""", OutcomeKind.Done)]
    [TestCase(200, """{"error_code":"0","data":{"mahoso":" h29.101-261121-5000001 "}}""", OutcomeKind.Done)]
    [TestCase(200, """{"message":"{\"MaHoSo\":\"H29.101-261121-5000001\",\"error_code\":\"0\"}"}""", OutcomeKind.Done)]
    [TestCase(200, """{"error_code":"-1","message":"Không tìm thấy hồ sơ"}""", OutcomeKind.Absent)]
    [TestCase(200, """{"error_code":-1}""", OutcomeKind.Absent)]
    [TestCase(200, """{"error_code":0,"result":[]}""", OutcomeKind.Absent)]
    [TestCase(404, """{"error_code":"-1","message":"Khong tim thay"}""", OutcomeKind.Absent)]
    [TestCase(200, """{"error_code":"-1","message":"Lỗi kết nối cơ sở dữ liệu"}""", OutcomeKind.Unknown)]
    [TestCase(200, """{"error_code":"-1","message":"Hệ thống đang bận"}""", OutcomeKind.Unknown)]
    [TestCase(200, """{"error_code":"7"}""", OutcomeKind.Unknown)]
    [TestCase(200, """{"error_code":0}""", OutcomeKind.Unknown)]
    [TestCase(200, """{"MaHoSo":"H29.101-261121-5000002"}""", OutcomeKind.Unknown)]
    [TestCase(200, """{"MaHoSo":""}""", OutcomeKind.Unknown)]
    [TestCase(200, "", OutcomeKind.Unknown)]
    [TestCase(200, "<html></html>", OutcomeKind.Unknown)]
    [TestCase(404, "<html></html>", OutcomeKind.Unknown)]
    [TestCase(401, """{"error_code":"-1"}""", OutcomeKind.Unknown)]
    [TestCase(500, """{"error_code":"-1"}""", OutcomeKind.Unknown)]
    [TestCase(503, "", OutcomeKind.Unknown)]
    public async Task Should_believe_only_a_clear_answer(int status, string body, OutcomeKind kind)
    {
        _agency.Answers(status, body);
        (await _delivery.AskAsync()).Kind.ShouldBe(kind);
    }

    [Test]
    public async Task Should_say_that_an_update_may_be_sent_again_without_asking()
    {
        (await _delivery.AskAsync(revision: 2)).Kind.ShouldBe(OutcomeKind.Absent);
        _delivery.System = _delivery.System! with { LookupPath = null };
        (await _delivery.AskAsync()).Kind.ShouldBe(OutcomeKind.Absent);
        _agency.Requests.ShouldBeEmpty();
    }

    [Test]
    public async Task Should_not_know_when_there_is_nobody_to_ask()
    {
        _delivery.System = _delivery.System! with { BaseUrl = null };
        (await _delivery.AskAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
        _delivery.System = null;
        (await _delivery.AskAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
        _delivery.System = Contents.System(new Uri("http://khong-co-that.invalid"));
        (await _delivery.AskAsync()).Kind.ShouldBe(OutcomeKind.Unknown);
    }
}
