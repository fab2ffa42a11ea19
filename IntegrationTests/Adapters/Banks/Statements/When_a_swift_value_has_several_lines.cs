using DichVuCong.Adapters.Banks.Statements;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_a_swift_value_has_several_lines
{
    [Test]
    public void Should_keep_the_supplementary_line_out_of_the_reference()
    {
        var line = Sample.Read("mt940", Statement.Swift(":61:261120C20,NTRFNONREF//FT1\r\nSUPPLEMENT\r\n:86:LE PHI /ROC/D26112000\r\n00000000A1/X\r\n", "C261120VND20")).Single();
        (line.PartnerReference, line.OurReference).ShouldBe(("FT1", "D2611200000000000A1"));
    }

    [TestCase(":61:261120C20,NTRFNONREF//FT1\r\nONE\r\nTWO\r\n", 7)]
    [TestCase(":61:261120C20,NTRFNONREF//FT1\r\n:86:1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n", 12)]
    public void Should_refuse_more_of_them_than_a_tag_has(string movements, long line)
    {
        var rejection = Sample.Rejected("mt940", Statement.Swift(movements, "C261120VND20"));
        (rejection.Line, rejection.Rule).ShouldBe((line, RejectionRule.RecordType));
    }

    [Test]
    public void Should_refuse_a_line_that_continues_a_balance() =>
        Sample.Rejected("mt940", Statement.Swift("", "C261120VND0,\r\n")).Rule.ShouldBe(RejectionRule.RecordType);
}
