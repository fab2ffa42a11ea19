using System.Text;
using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using Newtonsoft.Json.Linq;

namespace DichVuCong.OneStop.Tests.Replies;

internal sealed class When_answering_from_the_catalogue
{
    private static readonly ReplyStyle Style = new(ErrorCodeForm.Text);

    [Test]
    public void Should_write_lists_with_names_in_upper_case()
    {
        ResultOf(AnswerReplies.Procedures(Style, [new() { Code = "1.001193", Name = "Đăng ký khai sinh" }]))
            .ShouldBe("""[{"MATTHC":"1.001193","TENTTHC":"Đăng ký khai sinh"}]""");
        ResultOf(AnswerReplies.Agencies(Style, [new() { Code = "H29", Name = "TP. Hồ Chí Minh", Level = "1" }]))
            .ShouldBe("""[{"MADONVI":"H29","TENDONVI":"TP. Hồ Chí Minh","CAPDONVI":"1"}]""");
        ResultOf(AnswerReplies.Sectors(Style, [new() { Code = "G15-HT02", Name = "Hộ tịch", Agency = "G15" }]))
            .ShouldBe("""[{"MALINHVUC":"G15-HT02","TENLINHVUC":"Hộ tịch","MANGANH":"G15"}]""");
        ResultOf(AnswerReplies.ProcedureGroups(Style, [new() { Code = "1", Name = "Nhóm" }])).ShouldBe("""[{"MANHOM":"1","TENNHOM":"Nhóm"}]""");
        ResultOf(AnswerReplies.Accounts(Style, [new() { TechId = "1111" }])).ShouldBe("""[{"TECHNICALID":"1111"}]""");
        ResultOf(AnswerReplies.Decision(Style, new() { Id = "7", Number = "2628/QĐ-BTC" }))
            .ShouldBe("""[{"IDQDCB":"7","SOQDCB":"2628/QĐ-BTC","MACOQUANCONGBO":"","TENCOQUANCONGBO":""}]""");
    }

    [Test]
    public void Should_write_services_into_an_object_with_data() =>
        ResultOf(AnswerReplies.Services(Style, [new() { Code = "1.001193.01", Procedure = "1.001193", Uses = [new() { Agency = "H29", Level = "4" }] }]))
            .ShouldBe("""{"data":[{"MADVC":"1.001193.01","TENDVC":"","MATTHC":"1.001193","TENTTHC":"","TENCOQUANBANHANH":"","TENLINHVUC":"","APDUNGDVC":[{"MACOQUANTHUCHIEN":"H29","MUCDO":"4"}]}]}""");

    [Test]
    public void Should_write_a_procedure_with_its_parts_and_numbers_as_numbers()
    {
        var procedure = new ProcedureDetail
        {
            Code = "1.001193",
            Status = 1,
            Sectors = [new() { Code = "G15-HT02", Name = "Hộ tịch" }],
            Channels = [new() { Channel = "2", Times = [new() { Amount = 1, Unit = "Ngày làm việc", Fees = [new() { Code = "1", Amount = 5000m, Unit = "VND" }] }] }],
            Papers = [new() { Case = "Chung", Papers = [new() { Code = "HT.1", Name = "Tờ khai", Url = "https://example.vn/mau" }] }],
        };
        var body = AnswerReplies.Procedure(Style, procedure);
        var json = JObject.Parse(Encoding.UTF8.GetString(body))["result"]![0]!;

        json["TRANGTHAI"]!.Type.ShouldBe(JTokenType.Integer);
        json["CACHTHUCTHUCHIEN"]![0]!["THOIGIAN"]![0]!["PHILEPHI"]![0]!["SOTIEN"]!.Type.ShouldBe(JTokenType.Float);
        json["THANHPHANHOSO"]![0]!["GIAYTO"]![0]!["URL"]!.ToString().ShouldBe("https://example.vn/mau");
        var read = ReplyEnvelope.Read(body).Value!.Rows<ProcedureDetail>().ShouldHaveSingleItem();
        read.Channels[0].Times[0].Fees[0].Amount.ShouldBe(5000m);
        read.Sectors.ShouldHaveSingleItem().Code.ShouldBe("G15-HT02");
    }

    [Test]
    public void Should_answer_what_there_is_not_with_an_empty_result()
    {
        ResultOf(AnswerReplies.Procedure(Style, procedure: null)).ShouldBe("[]");
        ResultOf(AnswerReplies.Decision(Style, decision: null)).ShouldBe("[]");
        ResultOf(AnswerReplies.Accounts(Style, [])).ShouldBe("[]");
    }

    private static string ResultOf(byte[] reply)
    {
        var json = JObject.Parse(Encoding.UTF8.GetString(reply));
        ((string?)json["error_code"]).ShouldBe("0");
        return json["result"]!.ToString(Newtonsoft.Json.Formatting.None);
    }
}
