using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.OneStop.Tests.Fakes;
using Newtonsoft.Json.Linq;

namespace DichVuCong.OneStop.Tests.Replies;

internal sealed class When_answering_items
{
    private static readonly ReplyStyle Style = new(ErrorCodeForm.Text);
    private static readonly WireFault Fault = new("dossier.NgayTiepNhan.malformed", "data[0].NgayTiepNhan", "Trường data[0].NgayTiepNhan sai.");

    [TestCase(ErrorCodeForm.Number, ItemOutcome.Stored, "0")]
    [TestCase(ErrorCodeForm.Text, ItemOutcome.Stored, "\"0\"")]
    [TestCase(ErrorCodeForm.Padded, ItemOutcome.Stored, "\"00\"")]
    [TestCase(ErrorCodeForm.Number, ItemOutcome.NotKnown, "-1")]
    [TestCase(ErrorCodeForm.Text, ItemOutcome.NotKnown, "\"-1\"")]
    [TestCase(ErrorCodeForm.Padded, ItemOutcome.NotKnown, "\"-1\"")]
    [TestCase(ErrorCodeForm.Text, ItemOutcome.AlreadyExists, "\"3\"")]
    [TestCase(ErrorCodeForm.Padded, ItemOutcome.AlreadyExists, "\"03\"")]
    public void Should_write_error_code_as_the_client_reads_it(ErrorCodeForm form, ItemOutcome outcome, string json) =>
        Text(ItemReplies.Of(new ReplyStyle(form), [Result(outcome)])).ShouldStartWith($$"""{"error_code":{{json}},"message":""");

    [Test]
    public void Should_say_success_in_every_success_and_in_no_failure()
    {
        foreach (var outcome in Enum.GetValues<ItemOutcome>())
        {
            var reply = ReplyEnvelope.Read(ItemReplies.Of(Style, [Result(outcome)])).Value!;
            reply.Message!.Contains("thành công").ShouldBe(reply.ErrorCode == 0, $"{outcome}");
            (reply.ErrorCode == 0).ShouldBe(outcome is ItemOutcome.Stored or ItemOutcome.SameAgain, $"{outcome}");
        }
    }

    [TestCase(3)]
    [TestCase(-3)]
    public void Should_tell_a_client_that_the_dossier_exists_in_the_words_it_looks_for(int code)
    {
        var reply = ReplyEnvelope.Read(ItemReplies.Of(Style with { ExistsCode = code }, [Result(ItemOutcome.AlreadyExists)])).Value!;
        reply.ErrorCode.ShouldBe(code);
        reply.Message.ShouldNotBeNull().ShouldContain("đã tồn tại");
    }

    [Test]
    public void Should_answer_item_by_item_beside_the_old_envelope()
    {
        var reply = ReplyEnvelope.Read(ItemReplies.Of(Style, [Result(ItemOutcome.Stored, 0), new(1, null, ItemOutcome.Refused, [Fault]), Result(ItemOutcome.AlreadyExists, 2)])).Value!;

        reply.ErrorCode.ShouldBe(-1);
        reply.Message.ShouldBe("2/3 mục không được ghi nhận, chi tiết trong result");
        reply.Results.Select(item => (item.Index, item.ErrorCode, item.Code, item.Field)).ShouldBe(
        [
            (0, 0, "stored", null),
            (1, -1, "dossier.NgayTiepNhan.malformed", "data[0].NgayTiepNhan"),
            (2, 3, "dossier.MaHoSo.exists", null),
        ]);
    }

    [Test]
    public void Should_send_a_batch_of_existing_dossiers_to_the_update() =>
        ReplyEnvelope.Read(ItemReplies.Of(Style, [Result(ItemOutcome.AlreadyExists), Result(ItemOutcome.AlreadyExists, 1)])).Value!.ErrorCode.ShouldBe(3);

    [Test]
    public void Should_list_all_faults_of_an_item_that_could_not_be_read()
    {
        var item = Bodies.ReadItem(Bodies.Sync("[{\"MaHoSo\":\"H29-261121-00001\",\"TrangThaiHoSo\":\"?\"}]"));
        var reply = JObject.Parse(Text(ItemReplies.Of(Style, [ItemResult.Refused(item)])));

        ((string?)reply["message"]).ShouldBe(item.Faults[0].Message);
        var result = reply["result"]!.ShouldHaveSingleItem();
        ((string?)result["MaHoSo"]).ShouldBe("H29-261121-00001");
        result["errors"]!.Select(error => (string?)error["code"]).ShouldBe(item.Faults.Select(fault => fault.Code));
    }

    [Test]
    public void Should_wrap_the_reply_for_a_provinces_proxy_so_that_either_client_is_content()
    {
        var body = Text(ItemReplies.Of(Style with { Wrapped = true }, [Result(ItemOutcome.Stored)]));
        var outer = JObject.Parse(body);

        ((string?)outer["error_code"]).ShouldBe("0");
        body.ShouldContain("thành công");
        var inner = JObject.Parse((string)outer["message"]!);
        ((string?)inner["error_code"]).ShouldBe("0");
        inner["result"]!.Count().ShouldBe(1);
        ReplyEnvelope.Read(Encoding.UTF8.GetBytes(body)).Value!.Results.Count.ShouldBe(1);
    }

    [Test]
    public void Should_not_hand_words_of_the_client_back_to_it()
    {
        var item = Bodies.ReadItem(Bodies.Sync("[{\"MaHoSo\":\"thành công\"}]"));
        Text(ItemReplies.Of(Style, [ItemResult.Refused(item)])).ShouldNotContain("thành công");
    }

    private static ItemResult Result(ItemOutcome outcome, int index = 0) => new(index, "H29-261121-00001", outcome, []);

    private static string Text(byte[] reply) => Encoding.UTF8.GetString(reply);
}
