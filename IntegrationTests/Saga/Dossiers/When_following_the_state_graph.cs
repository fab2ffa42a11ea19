using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Dossiers;
using static DichVuCong.Contracts.Dossiers.DossierState;

namespace DichVuCong.Saga.Tests.Dossiers;

/// <summary>Every pair of states, against the table as the decisions write it.</summary>
internal sealed class When_following_the_state_graph
{
    private const string Decided = "1->2,3,5,6,7,8 · 2->3,4,5,6,7,8,9 · 4->3,5,6,7,8,9 · 5->1,2,4,3,7,8 · 6->1,2,4,5,7,8 · 9->10";

    /// <summary>Our own states, and what moves a dossier between them.</summary>
    private static readonly (DossierState From, DossierState To, EdgeCause Cause)[] Own =
    [
        (Unrouted, Filed, EdgeCause.Coordination),
        (Filed, Registered, EdgeCause.Delivery),
        (Filed, RefusedBySystem, EdgeCause.DeliveryRefusal),
        (RefusedBySystem, Filed, EdgeCause.Redelivery),
        (RefusedBySystem, Registered, EdgeCause.Delivery),
    ];

    /// <summary>Rows that lead from 1 to each state; 11 only as a correction.</summary>
    private static readonly Dictionary<int, int[]> Ways = new()
    {
        [1] = [],
        [2] = [2],
        [3] = [3],
        [4] = [2, 4],
        [5] = [5],
        [6] = [6],
        [7] = [7],
        [8] = [8],
        [9] = [2, 9],
        [10] = [2, 9, 10],
        [11] = [11],
    };

    private static readonly HashSet<(int From, int To)> Allowed =
        [.. Decided.Split(" · ").Select(part => part.Split("->")).SelectMany(part => part[1].Split(',').Select(to => (int.Parse(part[0]), int.Parse(to))))];

    private static IEnumerable<TestCaseData> Pairs() =>
        from state in Ways.Keys
        from next in Ways.Keys
        select new TestCaseData(state, next).SetArgDisplayNames($"{state}", $"{next}");

    [Test]
    public void Should_have_the_decided_edges_and_no_others()
    {
        var expected = Allowed.Select(pair => ((DossierState)pair.From, (DossierState)pair.To, EdgeCause.AgencyStatus)).Concat(Own);

        StateGraph.Edges.Select(edge => (edge.From, edge.To, edge.Cause)).ShouldBe(expected, ignoreOrder: true);
        foreach (var (first, second) in Enum.GetValues<DossierState>().SelectMany(left => Enum.GetValues<DossierState>().Select(right => (left, right))))
            (StateGraph.Find(first, second) is not null).ShouldBe(StateGraph.Edges.Any(edge => edge.From == first && edge.To == second));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Should_move_along_an_edge_and_only_there(int state, int next)
    {
        var driver = At(state);
        var row = Sample.Row(next, driver.Now, "tiếp");
        driver.Give(row);

        var moves = Allowed.Contains((state, next));
        driver.Shown.State.ShouldBe(moves ? (DossierState)next : (DossierState)state);
        driver.History.ShouldContainKey(row.Row.RowId);
        var isFlagged = !moves && state != next;
        driver.History[row.Row.RowId].Flag.ShouldBe(isFlagged ? DossierFlag.ImpossibleTransition : null);
        driver.Told<DossierFlagged>().Any(flag => flag.RowId == row.Row.RowId).ShouldBe(isFlagged);
        if (moves) driver.Edges[^1].ShouldBe($"{(DossierState)state}->{(DossierState)next}");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Should_take_what_an_operator_accepts_as_a_correction(int state, int next)
    {
        var driver = At(state);
        var row = Sample.Row(next, driver.Now, "tiếp");
        driver.Give(row).Give(Sample.Accept(row));

        driver.Shown.State.ShouldBe((DossierState)next);
        driver.Flags.Standing.ShouldContain($"Corrected:{row.Row.RowId}");
        driver.Flags.Standing.ShouldNotContain($"ImpossibleTransition:{row.Row.RowId}");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Should_take_the_first_row_of_an_agencys_own_dossier_whatever_it_says(int state, int next)
    {
        var driver = new DossierDriver().Give(Sample.Counter).Give(Sample.Row(state, Sample.Start));
        if (state == 11) driver.Shown.State.ShouldBe(Registered);
        else driver.Shown.State.ShouldBe((DossierState)state);

        driver.GoTo(Sample.Start.AddHours(1)).Give(Sample.Row(next, Sample.Start.AddHours(1)));

        var moves = state == 11 ? next != 11 : state == next || Allowed.Contains((state, next));
        driver.Shown.State.ShouldBe(moves ? (DossierState)next : state == 11 ? Registered : (DossierState)state);
    }

    [Test]
    public void Should_begin_with_1_whatever_our_own_state_is([Values(Unrouted, RefusedBySystem, Filed)] DossierState own, [Range(1, 11)] int next)
    {
        var driver = new DossierDriver().Give(own == Unrouted ? Sample.Filing with { Agency = null, System = null } : Sample.Filing);
        if (own == RefusedBySystem) driver.Give(new DeliveryRefused(Sample.Code, Revision: 1, "Hồ sơ thiếu trường bắt buộc"));
        driver.Shown.State.ShouldBe(own);

        driver.Give(Sample.Row(next, Sample.Start.AddMinutes(1)));

        driver.Shown.State.ShouldBe(Allowed.Contains((1, next)) ? (DossierState)next : Registered);
    }

    /// <summary>A dossier that was delivered and is in a state since an hour.</summary>
    private static DossierDriver At(int state)
    {
        var driver = new DossierDriver().Give(Sample.Filing).Give(Sample.Delivered);
        var at = Sample.Start;
        foreach (var step in Ways[state])
        {
            driver.GoTo(at = at.AddMinutes(5));
            var row = Sample.Row(step, at);
            driver.Give(row);
            if (step == 11) driver.Give(Sample.Accept(row));
        }

        driver.Shown.State.ShouldBe((DossierState)state);
        return driver.GoTo(at.AddHours(1));
    }
}
