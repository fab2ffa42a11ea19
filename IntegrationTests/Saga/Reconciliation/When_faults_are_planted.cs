using DichVuCong.Saga.Reconciliation;
using FsCheck;
using FsCheck.Fluent;

namespace DichVuCong.Saga.Tests.Reconciliation;

internal sealed class When_faults_are_planted
{
    private static Arbitrary<(PlantedDay Day, int Seed)> Cases => PlantedDay.Days.Zip(Gen.Choose(0, int.MaxValue)).Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_find_exactly_those_and_each_row_once() => Prop.ForAll(Cases, test =>
    {
        var (result, found) = Rows.Run(test.Day.Ledger, test.Day.Statement);
        foreach (var total in result.Classes)
        {
            total.Ledger.Count.ShouldBe(Planted(test.Day, RowSide.Ledger, total.Class), $"{total.Class}");
            // Which of two equal rows is the duplicate is nobody's affair, but there is one of each.
            total.Statement.Count.ShouldBe(Planted(test.Day, RowSide.Statement, total.Class), $"{total.Class}");
        }

        var ledger = found.Matches.Select(match => match.Ledger).Distinct().Concat(found.Differences.SelectMany(each => each.Ledger));
        ledger.Order().ShouldBe(test.Day.Ledger.Select(row => row.Id).Order());
        var statement = found.Matches.Select(match => match.Statement).Distinct().Concat(found.Differences.SelectMany(each => each.Statement));
        statement.Order().ShouldBe(test.Day.Statement.Select(row => row.Id).Order());
        foreach (var each in found.Differences) each.Ledger.ShouldAllBe(id => test.Day.Classes[ValueTuple.Create(RowSide.Ledger, id)] == each.Class);
        found.Differences.Select(each => each.Id).ShouldBeUnique();
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property Should_give_the_identical_result_in_any_order_and_division() => Prop.ForAll(Cases, test =>
    {
        var straight = Rows.Run(test.Day.Ledger, test.Day.Statement).Text();
        var (ledger, statement) = (test.Day.Ledger.ToArray(), test.Day.Statement.ToArray());
        var random = new Random(test.Seed);
        random.Shuffle(ledger);
        random.Shuffle(statement);
        Rows.Run(ledger, statement).Text().ShouldBe(straight);
        Rows.Run(ledger, statement, Rows.Settings with { Partitions = 64 }, (parts, match) => Parallel.For(0, parts, match)).Text().ShouldBe(straight);
    });

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Should_tie_out_over_anything_at_all() => Prop.ForAll(Anything.Zip(Anything).ToArbitrary(), test =>
    {
        var (ledger, statement) = test;
        var (result, found) = Rows.Run(ledger, statement);
        result.Classes.Sum(total => total.Ledger.Count).ShouldBe(ledger.Length);
        result.Classes.Sum(total => total.Statement.Amount.Amount).ShouldBe(statement.Sum(row => row.Amount.Amount));
        (result, found).Text().ShouldBe(Rows.Run(ledger.Reverse(), statement.Reverse()).Text());
        found.Differences.Select(each => each.Id).ShouldBeUnique();
    });

    /// <summary>Few references, amounts, accounts and times, so that rows collide in every way.</summary>
    private static Gen<ReconciliationRow[]> Anything =>
        (from reference in Gen.Elements(null, "A", "B", "C")
         from amount in Gen.Elements(10L, 20L, 30L, 60L)
         from kind in Gen.Elements(Enum.GetValues<RowKind>())
         from status in Gen.Elements(RowStatus.Done, RowStatus.Pending)
         from at in Gen.Elements("10:00:00", "10:03:00", "10:06:00", "23:00:00")
         from account in Gen.Elements("1", "2")
         select Rows.Row(0, reference, amount, kind, status, at, account)).ArrayOf().Select(rows => rows.Select((row, at) => row with { Id = at + 1 }).ToArray());

    private static long Planted(PlantedDay day, RowSide side, ResultClass wanted) => day.Classes.Count(pair => pair.Key.Side == side && pair.Value == wanted);
}
