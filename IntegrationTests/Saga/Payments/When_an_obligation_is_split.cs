using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;
using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace DichVuCong.Saga.Tests.Payments;

internal sealed class When_an_obligation_is_split
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Test]
    public void Should_make_one_order_for_each_account()
    {
        var orders = ObligationSplit.OrdersOf([Line("1", 100), Line("2", 30), Line("1", 5, FeeKind.Charge)], Day, Drawn());

        orders.Select(order => (order.Beneficiary.Number, order.Amount.Amount, order.Lines.Count)).ShouldBe([("1", 105, 2), ("2", 30, 1)]);
        orders.Select(order => order.Reference).ShouldBe([PaymentReference.Of(Day, 1), PaymentReference.Of(Day, 2)]);
    }

    [Test]
    public void Should_tell_accounts_apart_by_bank_and_number()
    {
        var line = Line("1", 100);
        FeeLine[] lines = [line, line with { Beneficiary = line.Beneficiary with { Name = "KBNN" } }, line with { Beneficiary = line.Beneficiary with { Bank = "BIDV" } }];

        ObligationSplit.OrdersOf(lines, Day, Drawn()).Select(order => order.Amount.Amount).ShouldBe([200, 100]);
    }

    [Test]
    public void Should_say_what_is_wrong()
    {
        ObligationSplit.FaultOf([]).ShouldBe(SplitFault.NoLines);
        ObligationSplit.FaultOf([Line("1", 0)]).ShouldBe(SplitFault.AmountNotPositive);
        ObligationSplit.FaultOf([Line("1", 5), Line("1", -1)]).ShouldBe(SplitFault.AmountNotPositive);
        ObligationSplit.FaultOf([Line("1", long.MaxValue), Line("1", long.MaxValue)]).ShouldBe(SplitFault.AmountTooLarge);
        ObligationSplit.FaultOf([Line("1", 9_999_999_999), Line("1", 1)]).ShouldBe(SplitFault.AmountTooLarge);
        ObligationSplit.FaultOf([.. Enumerable.Range(1, 11).Select(number => Line($"{number}", 1))]).ShouldBe(SplitFault.TooManyAccounts);
        ObligationSplit.FaultOf([.. Enumerable.Range(1, 10).Select(number => Line($"{number}", 9_999_999_999))]).ShouldBeNull();
        Should.Throw<ArgumentException>(() => ObligationSplit.OrdersOf([], Day, Drawn()));
    }

    [Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property Should_lose_no_line_and_no_dong() => Prop.ForAll(Lines(), lines =>
    {
        var orders = ObligationSplit.OrdersOf(lines, Day, Drawn());

        Vnd.Sum(orders.Select(order => order.Amount)).ShouldBe(Vnd.Sum(lines.Select(line => line.Amount)));
        orders.ShouldAllBe(order => order.Amount == Vnd.Sum(order.Lines.Select(line => line.Amount)));
        orders.Select(order => order.Beneficiary.Key).ShouldBeUnique();
        orders.SelectMany(order => order.Lines.Select(line => new FeeLine(line.Kind, line.Code, line.Name, line.Amount, order.Beneficiary)))
            .ShouldBe(lines, ignoreOrder: true);
    });

    private static Arbitrary<FeeLine[]> Lines() => (
        from count in Gen.Choose(1, 12)
        from accounts in Gen.Choose(1, 4).ArrayOf(count)
        from amounts in Gen.Choose(1, 5_000_000).ArrayOf(count)
        select accounts.Zip(amounts, (account, amount) => Line($"{account}", amount)).ToArray()).ToArbitrary();

    private static FeeLine Line(string account, long amount, FeeKind kind = FeeKind.Fee) =>
        new(kind, "P01", "Phí thẩm định", new Vnd(amount), Pay.Treasury with { Number = account });

    private static Func<ulong> Drawn()
    {
        var last = 0UL;
        return () => ++last;
    }
}
