using System.Text.Json;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Adapters.ProcedureDatabase.Procedures;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.ProcedureDatabase.Tests;

internal sealed class When_reading_dirty_channels
{
    [TestCase("15", "Ngày làm việc", 15, TermUnit.WorkingDays)]
    [TestCase("30", "Ngày", 30, TermUnit.CalendarDays)]
    [TestCase("24", "Giờ", 1440, TermUnit.WorkingMinutes)]
    [TestCase("2", "Tháng", 2, TermUnit.Months)]
    [TestCase("0", "Ngày làm việc", 0, TermUnit.WorkingDays)]
    [TestCase("\"3\"", "ngày làm việc", 3, TermUnit.WorkingDays)]
    public void Should_count_every_unit(string time, string unit, long amount, TermUnit counted)
    {
        var (rows, findings) = Read($$"""[{"channel": "direct", "time": {{time}}, "unit": "{{unit}}"}]""");
        rows.ShouldHaveSingleItem().Term.ShouldBe(new ProcedureTerm(amount, counted));
        findings.ShouldBeEmpty();
    }

    [TestCase("1.5", "Ngày làm việc", 720)]
    [TestCase("\"0,5\"", "Ngày làm việc", 240)]
    public void Should_turn_a_part_of_a_working_day_into_minutes(string time, string unit, long minutes)
    {
        var (rows, findings) = Read($$"""[{"channel": "direct", "time": {{time}}, "unit": "{{unit}}"}]""");
        rows.ShouldHaveSingleItem().Term.ShouldBe(new ProcedureTerm(minutes, TermUnit.WorkingMinutes));
        findings.ShouldHaveSingleItem().Code.ShouldBe("term-in-minutes");
    }

    [TestCase("120", "", "term-without-unit")]
    [TestCase("0", "", "term-without-unit")]
    [TestCase("1100", "", "term-implausible")]
    [TestCase("3", "Tuần", "unknown-unit")]
    [TestCase("1.5", "Tháng", "term-fraction")]
    [TestCase("1.0001", "Ngày làm việc", "term-fraction")]
    [TestCase("\"vài\"", "Ngày", "term-unreadable")]
    [TestCase("-3", "Ngày", "term-unreadable")]
    [TestCase("1e27", "Giờ", "term-unreadable")]
    [TestCase("null", "Ngày", "term-missing")]
    public void Should_give_no_term_rather_than_guess_one(string time, string unit, string code)
    {
        var (rows, findings) = Read($$"""[{"channel": "direct", "time": {{time}}, "unit": "{{unit}}"}]""");
        rows.ShouldHaveSingleItem().Term.ShouldBeNull();
        findings.ShouldContain(finding => finding.Code == code);
    }

    [Test]
    public void Should_number_the_cases_of_a_repeated_channel_and_order_by_channel()
    {
        var (rows, findings) = Read(
            """
            [{"channel": "post", "time": 1, "unit": "Ngày"},
             {"channel": "direct", "time": 2, "unit": "Ngày"}, {"channel": "direct", "time": 3, "unit": "Ngày"}]
            """);
        rows.Select(row => (row.Channel, row.Case, row.Term!.Value.Amount))
            .ShouldBe([(FilingChannel.Direct, 1, 2), (FilingChannel.Direct, 2, 3), (FilingChannel.Post, 1, 1)]);
        findings.ShouldHaveSingleItem().Code.ShouldBe("repeated-channel");
    }

    [TestCase("40", "Lệ phí: 40.000đ/giấy", "fee-in-thousands")]
    [TestCase("40", "40.000.000 đồng", "fee-implausible")]
    [TestCase("155", "155 USD/thẻ", "fee-implausible")]
    [TestCase("1.5", null, "fee-unreadable")]
    [TestCase("-1", null, "fee-unreadable")]
    [TestCase("\"miễn phí\"", null, "fee-unreadable")]
    [TestCase("0", null, null)]
    [TestCase("1000", null, null)]
    public void Should_note_fees_that_cannot_be_meant_and_change_none(string fee, string? note, string? code)
    {
        var (rows, findings) = Read(
            $$"""[{"channel": "direct", "time": 1, "unit": "Ngày", "feeVnd": {{fee}}, "feeNote": {{JsonSerializer.Serialize(note)}}}]""");
        findings.Select(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
        if (code != "fee-unreadable") rows.ShouldHaveSingleItem().FeeVnd.ShouldBe(long.Parse(fee));
        else rows.ShouldHaveSingleItem().FeeVnd.ShouldBeNull();
    }

    [Test]
    public void Should_note_an_online_fee_that_is_a_tenth_of_the_counters()
    {
        var (_, findings) = Read(
            """[{"channel": "online", "time": 1, "unit": "Ngày", "feeVnd": 30000}, {"channel": "direct", "time": 1, "unit": "Ngày", "feeVnd": 300000}]""");
        findings.ShouldHaveSingleItem().Code.ShouldBe("fee-online-tenth");
    }

    private static (IReadOnlyList<ProcedureChannel> Rows, IReadOnlyList<CatalogueFinding> Findings) Read(string channels)
    {
        var findings = new List<CatalogueFinding>();
        using var document = JsonDocument.Parse($$"""{"channels": {{channels}}}""");
        var log = new LineLog(new FindingLog("test.jsonl", findings), 1);
        return (ChannelReader.Read(new JsonRecord(document.RootElement, log).Records("channels"), log), findings);
    }
}
