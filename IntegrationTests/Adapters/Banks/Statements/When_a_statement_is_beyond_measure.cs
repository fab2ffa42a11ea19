using DichVuCong.Adapters.Banks.Statements;

namespace DichVuCong.Banks.Tests.Statements;

internal sealed class When_a_statement_is_beyond_measure
{
    private const long Largest = 999_999_999_999_999;
    private const int TooManyFor64Bits = 10_000;

    [Test]
    public void Should_not_take_an_endless_entry_into_memory()
    {
        var rejection = Sample.Rejected("camt.053", Statement.Camt(Statement.Entry(20, "CRDT", Statement.Code("PAY"), Statement.Details(200_000, 1)), 20));
        (rejection.Line, rejection.Rule).ShouldBe((2, RejectionRule.LineLength));
    }

    [Test]
    public void Should_take_more_entries_than_one_may_hold() =>
        Sample.Read("camt.053", Statement.Camt(Statement.Repeated(Statement.Entry(20, "CRDT", Statement.Code("PAY"), Statement.Details(2, 10)), 20_000), 400_000)).Length.ShouldBe(40_000);

    [Test]
    public void Should_refuse_entries_that_add_up_to_more_than_64_bits_hold() =>
        Sample.Rejected("camt.053", Statement.Camt(Statement.Repeated(Statement.Entry(Largest, "CRDT", Statement.Code("PAY")), TooManyFor64Bits), 20)).Rule.ShouldBe(RejectionRule.Balance);

    [Test]
    public void Should_refuse_transactions_that_add_up_to_more_than_64_bits_hold() =>
        Sample.Rejected("camt.053", Statement.Camt(Statement.Entry(20, "CRDT", Statement.Code("PAY"), Statement.Details(TooManyFor64Bits, Largest)), 20)).Rule.ShouldBe(RejectionRule.Balance);

    [Test]
    public void Should_refuse_movements_that_add_up_to_more_than_64_bits_hold() =>
        Sample.Rejected("mt940", Statement.Swift(Statement.Repeated($":61:261120C{Largest},NTRFNONREF//FT1\r\n", TooManyFor64Bits), "C261120VND20")).Rule.ShouldBe(RejectionRule.Balance);
}
