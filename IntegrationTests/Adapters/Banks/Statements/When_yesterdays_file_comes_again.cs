using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Contracts;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_yesterdays_file_comes_again
{
    private static readonly DateOnly Tomorrow = Sample.Day.AddDays(1);

    [TestCaseSource(typeof(Sample), nameof(Sample.Families))]
    public void Should_refuse_its_lines_under_todays_name(string family) =>
        Sample.Rejected(family, Sample.Bytes(family, 3), AsTomorrows).Rule.ShouldBe(RejectionRule.Date);

    [TestCase("napas")]
    [TestCase("camt.053")]
    [TestCase("mt940")]
    public void Should_refuse_it_without_lines_where_it_names_its_day(string family) =>
        Sample.Rejected(family, Sample.Bytes(family, 0), AsTomorrows).Rule.ShouldBe(RejectionRule.Date);

    [TestCase("mb")]
    [TestCase("ocb")]
    [TestCase("vnpay")]
    [TestCase("portal-1")]
    public void Should_refuse_it_by_its_name(string family)
    {
        var rejection = Sample.Rejected(family, Sample.Bytes(family, 0), file => file with { Day = Tomorrow });
        (rejection.Line, rejection.Rule).ShouldBe((0, RejectionRule.Date));
    }

    [Test]
    public void Should_refuse_a_closing_balance_of_yesterday()
    {
        var text = Sample.Text("camt.053", 0).Replace("<ToDtTm>2026-11-20T23:59:59</ToDtTm>", "", StringComparison.Ordinal);
        var rejection = Sample.Rejected("camt.053", Sample.Encoded("camt.053", text), AsTomorrows);
        (rejection.Field, rejection.Rule).ShouldBe(("Dt", RejectionRule.Date));
        Sample.Rejected("camt.053", Sample.Encoded("camt.053", text.Replace("<Dt>2026-11-20</Dt>", "", StringComparison.Ordinal))).Rule.ShouldBe(RejectionRule.Date);
    }

    [TestCase("napas")]
    [TestCase("mb")]
    [TestCase("portal-1")]
    public void Should_take_a_line_of_yesterday_only_from_the_cut_off_on(string family)
    {
        Sample.Rejected(family, LineAt(family, new TimeOnly(22, 59, 59)), AsTomorrows).Rule.ShouldBe(RejectionRule.Date);
        Sample.Read(family, LineAt(family, new TimeOnly(23, 0)), AsTomorrows).Length.ShouldBe(1);
        Sample.Read(family, LineAt(family, new TimeOnly(22, 59, 59)), file => AsTomorrows(file) with { CutOff = TimeSpan.FromHours(22) }).Length.ShouldBe(1);
    }

    [Test]
    public void Should_take_no_line_of_yesterday_where_the_session_is_the_day() =>
        Sample.Rejected("vnpay", LineAt("vnpay", new TimeOnly(23, 30)), AsTomorrows).Rule.ShouldBe(RejectionRule.Date);

    private static byte[] LineAt(string family, TimeOnly time)
    {
        using var to = new MemoryStream();
        var lines = Sample.Lines(family, 1).Select(line => line with { BankDate = Tomorrow, Time = VietnamTime.At(Sample.Day, time) });
        Sample.Family(family).Write(to, AsTomorrows(Sample.File([])), lines);
        return to.ToArray();
    }

    private static StatementFile AsTomorrows(StatementFile file) => file with { Day = Tomorrow, Name = "DVCQG_20261121.dat" };
}
