using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.OneStop.Tests.Fakes;
using Newtonsoft.Json.Linq;

namespace DichVuCong.OneStop.Tests.Replies;

internal sealed class When_answering_whole_calls
{
    private static readonly ReplyStyle Style = new(ErrorCodeForm.Number);
    private static readonly WireFault Fault = new("envelope.data.missing", "data", "Trường data là bắt buộc nhưng không có giá trị.");

    [Test]
    public void Should_answer_a_login()
    {
        var reply = ReplyEnvelope.Read(AnswerReplies.LoggedIn(Style, "phien")).Value!;
        (reply.ErrorCode, reply.Session).ShouldBe((0, "phien"));
        ReplyEnvelope.Read(FaultReplies.LoginRefused(Style)).Value!.ErrorCode.ShouldBe(-1);
    }

    [Test]
    public void Should_name_field_and_code_of_a_refusal_in_result()
    {
        var item = ReplyEnvelope.Read(FaultReplies.Of(Style, OneStopServices.SyncDossiers, Fault)).Value!.Results.ShouldHaveSingleItem();
        (item.Code, item.Field, item.Message).ShouldBe((Fault.Code, Fault.Field, Fault.Message));
    }

    [TestCase(OneStopServices.LookUpDossier)]
    [TestCase(OneStopServices.LookUpAccount)]
    public void Should_leave_result_empty_where_a_client_would_take_anything_in_it_for_an_answer(string service)
    {
        foreach (var body in new[] { FaultReplies.Of(Style, service, Fault), FaultReplies.SessionRefused(Style, service), FaultReplies.TryAgain(Style, service) })
        {
            var reply = JObject.Parse(Encoding.UTF8.GetString(body));
            reply["result"]!.ShouldBeEmpty();
            reply["errors"]!.ShouldHaveSingleItem();
        }
    }

    [Test]
    public void Should_refuse_an_unsupported_service_by_its_name()
    {
        var request = Bodies.Read<UnsupportedService>("""{"service":"LayDanhMucDanToc"}""");
        var reply = ReplyEnvelope.Read(FaultReplies.Unsupported(Style, request)).Value!;
        (reply.ErrorCode, reply.Message).ShouldBe((-1, "Dịch vụ chưa hỗ trợ: LayDanhMucDanToc"));
    }

    [Test]
    public void Should_never_say_success_in_a_refusal()
    {
        byte[][] refusals = [FaultReplies.LoginRefused(Style), FaultReplies.SessionRefused(Style, ""), FaultReplies.TryAgain(Style, ""), FaultReplies.Of(Style, "", Fault)];
        foreach (var refusal in refusals) Encoding.UTF8.GetString(refusal).ShouldNotContain("thành công");
    }

    [Test]
    public void Should_answer_a_look_up_with_the_dossier_or_with_nothing()
    {
        var found = ReplyEnvelope.Read(AnswerReplies.LookUp(Style, new() { MaHoSo = "H29-261121-00001", TrangThaiHoSo = "4" })).Value!;
        found.Rows<DossierSummary>().ShouldHaveSingleItem().TrangThaiHoSo.ShouldBe("4");
        var absent = JObject.Parse(Encoding.UTF8.GetString(AnswerReplies.LookUp(Style, dossier: null)));
        ((int?)absent["error_code"]).ShouldBe(0);
        absent["result"]!.ShouldBeEmpty();
    }

    [Test]
    public void Should_read_the_setting_of_a_system()
    {
        ReplyStyle.Of(Contents.System(null) with { ErrorCodeForm = "padded" }, wrapped: true).ShouldBe(new ReplyStyle(ErrorCodeForm.Padded, Wrapped: true));
        Should.Throw<FormatException>(() => ErrorCodeForms.Parse("text")).Message.ShouldContain("number, string or padded");
    }
}
