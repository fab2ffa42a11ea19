using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Accounts.Scopes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class When_an_agency_is_compared
{
    private static readonly ScopeRules Rules = new();
    private static readonly AgencyCode Agency = AgencyCode.Parse("H29.1");
    private readonly ComparisonSaga _saga = new(Rules);
    private ComparisonData? _data;

    [Test]
    public void Should_be_compared_at_its_time_and_on_demand()
    {
        Decide(_saga.Handle(_data, new WatchDrift("H29", Agency), At())).OfType<SetClockEffect>().ShouldHaveSingleItem().Due.ShouldBe(Sample.Start + Rules.CompareEvery);
        Decide(_saga.Handle(_data, new WatchDrift("H29", Agency), At())).ShouldBeEmpty();
        Fire().Sent<CompareDigests>().ShouldHaveSingleItem().Run.ShouldBe(1);
        Compare().Sent<CompareDigests>().ShouldHaveSingleItem().Run.ShouldBe(2);

        Found(1, "a", "b", 1).ShouldBeEmpty("an earlier question");
        Found(2, "a", "a", 0).Sent<UpdateComparisonRow>().ShouldHaveSingleItem().State.ShouldBe(ComparisonState.Equal);
    }

    [Test]
    public void Should_repair_exactly_what_differs_and_compare_again()
    {
        Compare();
        var scope = new ScopeReplica(new ScopeLife(ScopeSide.OneStop, 1)).Say(TwoSides.Keys[0], granted: true, "b", Sample.Start);
        var effects = Found(1, "a", "b", 2, new DifferingOfficer(TwoSides.Officer(1), 7, IsOurs: true, [scope], [TwoSides.Keys[1].Procedure]),
            new DifferingOfficer(TwoSides.Officer(2), 3, IsOurs: false, [], []));

        effects.Sent<TellSystemAgain>().ShouldBe([new TellSystemAgain(TwoSides.Officer(1), "H29", 7)]);
        effects.Sent<HearScope>().ShouldHaveSingleItem().Change.ShouldBe(scope);
        effects.Sent<TellScopeAgain>().ShouldBe([new TellScopeAgain("H29", TwoSides.Officer(1), TwoSides.Keys[1].Procedure)]);
        effects.Published<StrayOfficerFound>().ShouldHaveSingleItem().Account.ShouldBe(TwoSides.Officer(2));
        effects.Published<DriftFound>().ShouldHaveSingleItem().Officers.ShouldBe(2);
        effects.OfType<SetClockEffect>().ShouldHaveSingleItem().Due.ShouldBe(Sample.Start + Rules.CompareAgainAfter);

        Fire();
        Found(2, "a", "b", 1).Published<DriftFound>().ShouldBeEmpty("it is the same drift");
        Fire();
        var row = Found(3, "a", "a", 0).Sent<UpdateComparisonRow>().ShouldHaveSingleItem();
        (row.State, row.Differing, row.Found).ShouldBe((ComparisonState.Equal, 0, 2L));
    }

    [Test]
    public void Should_leave_to_an_operator_what_does_not_get_less()
    {
        Compare();
        Found(1, "a", "b", 3);
        for (var run = 2; run <= Rules.MostFruitless; run++)
        {
            Fire();
            Found(run, "a", "b", 3).Sent<UpdateComparisonRow>().ShouldHaveSingleItem().State.ShouldBe(ComparisonState.Repairing);
        }

        Fire();
        var effects = Found(Rules.MostFruitless + 1, "a", "b", 3);
        effects.Sent<UpdateComparisonRow>().ShouldHaveSingleItem().State.ShouldBe(ComparisonState.Differing);
        effects.OfType<SetClockEffect>().ShouldHaveSingleItem().Due.ShouldBe(Sample.Start + Rules.CompareEvery);
    }

    [Test]
    public void Should_not_call_drift_what_is_still_under_way()
    {
        Compare();
        var effects = Found(1, "a", "b", 0);
        effects.Published<DriftFound>().ShouldBeEmpty();
        effects.OfType<SetClockEffect>().ShouldHaveSingleItem().Due.ShouldBe(Sample.Start + Rules.CompareAgainAfter);
    }

    [Test]
    public void Should_ask_a_system_without_comparisons_again_at_its_time()
    {
        Compare();
        var effects = Decide(_saga.Handle(_data!, new ComparisonRefused("H29", Agency, 1, "HTTP 404"), At()));
        effects.Sent<UpdateComparisonRow>().ShouldHaveSingleItem().State.ShouldBe(ComparisonState.Refused);
        effects.OfType<SetClockEffect>().ShouldHaveSingleItem().Due.ShouldBe(Sample.Start + Rules.CompareEvery);
    }

    private List<Effect> Compare() => Decide(_saga.Handle(_data, new CompareAgency("H29", Agency, "operator"), At()));

    private List<Effect> Fire() => Decide(_saga.Handle(_data!, new ClockFired("key", ComparisonSaga.Clock, 1, Sample.Start), At()));

    private List<Effect> Found(int run, string ours, string theirs, int differing, params IReadOnlyList<DifferingOfficer> officers) =>
        Decide(_saga.Handle(_data!, new DigestsCompared("H29", Agency, run, ours, theirs, differing, officers), At()));

    private List<Effect> Decide(Decision<ComparisonData> decision)
    {
        _data = decision.State;
        return [.. decision.Effects];
    }

    private static Occasion At() => new(Sample.Start, Sample.Calendars, Guid.NewGuid(), Sample.Start);
}
