using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Adapters.Banks.Statements.Camt;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_a_movement_is_reversed
{
    [TestCase("RD", "NMSC", "C", StatementKind.SettlementReversal, StatementDirection.Credit)]
    [TestCase("RD", "NRTI", "C", StatementKind.RefundReversal, StatementDirection.Credit)]
    [TestCase("RD", "NCHG", "C", StatementKind.FeeReversal, StatementDirection.Credit)]
    [TestCase("RC", "NTRF", "D", StatementKind.PaymentReversal, StatementDirection.Debit)]
    [TestCase("C", "NTRF", "C", StatementKind.Payment, StatementDirection.Credit)]
    public void Should_tell_it_apart_in_a_swift_statement(string mark, string type, string closing, StatementKind kind, StatementDirection direction)
    {
        var line = Sample.Read("mt940", Statement.Swift($":61:261120{mark}20,{type}NONREF//FT1\r\n", $"{closing}261120VND20")).Single();
        (line.Kind, line.Direction, line.Status).ShouldBe((kind, direction, type));
    }

    [TestCase("C", "NXYZ")]
    [TestCase("C", "NMSC")]
    [TestCase("RD", "NTRF")]
    [TestCase("RC", "NMSC")]
    public void Should_refuse_a_type_that_is_unknown_or_goes_the_other_way(string mark, string type)
    {
        var rejection = Sample.Rejected("mt940", Statement.Swift($":61:261120{mark}20,{type}NONREF//FT1\r\n", $"{(mark is "C" or "RD" ? "C" : "D")}261120VND20"));
        (rejection.Line, rejection.Field, rejection.Rule).ShouldBe((5, ":61:", RejectionRule.Value));
    }

    [TestCase("CRDT", "SETTLE", 20, StatementKind.SettlementReversal)]
    [TestCase("DBIT", "PAY", -20, StatementKind.PaymentReversal)]
    public void Should_tell_it_apart_in_camt(string direction, string code, long closing, StatementKind kind)
    {
        var entry = Statement.Entry(20, direction, Statement.Code(code), "<RvslInd>true</RvslInd>");
        Sample.Read("camt.053", Statement.Camt(entry, closing)).Single().Kind.ShouldBe(kind);
        Sample.Rejected("camt.053", Statement.Camt(Statement.Entry(20, direction, Statement.Code(code)), closing)).Field.ShouldBe("BkTxCd");
    }

    [TestCase("")]
    [TestCase("<BkTxCd><Domn><Cd>PMNT</Cd></Domn></BkTxCd>")]
    [TestCase("<BkTxCd><Prtry><Cd>OTHER</Cd></Prtry></BkTxCd>")]
    public void Should_refuse_an_entry_whose_kind_is_not_told(string code)
    {
        var rejection = Sample.Rejected("camt.053", Statement.Camt(Statement.Entry(20, "CRDT", code), 20));
        (rejection.Line, rejection.Field, rejection.Rule).ShouldBe((2, "BkTxCd", RejectionRule.Value));
    }

    [Test]
    public void Should_take_an_entry_without_a_code_where_that_is_agreed()
    {
        var bytes = Statement.Camt(Statement.Entry(20, "CRDT", ""), 20);
        StatementReader.Verify(new CamtFamily(new CamtCodes { CreditKind = StatementKind.Payment }), Sample.File(bytes)).Lines().Single().Kind.ShouldBe(StatementKind.Payment);
    }
}
