using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Accounts.Scopes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class When_two_words_meet
{
    private readonly ScopeReplica _ours = new(new ScopeLife(ScopeSide.Coordination, 1));
    private readonly ScopeReplica _theirs = new(new ScopeLife(ScopeSide.OneStop, 1));

    private static ScopeKey Key => TwoSides.Keys[0];

    [Test]
    public void Should_let_a_withdrawal_beat_a_grant_that_did_not_know_of_it_however_late()
    {
        var withdrawal = _ours.Say(Key, granted: false, "a", Sample.Start);
        var grant = _theirs.Say(Key, granted: true, "b", Sample.Start.AddDays(1));

        _ours.Hear(grant)!.Register.ShouldBe(_theirs.Hear(withdrawal)!.Register);
        (_ours.IsGranted(Key), _theirs.IsGranted(Key)).ShouldBe((false, false));
    }

    [Test]
    public void Should_let_a_grant_stand_that_knew_of_the_withdrawal()
    {
        _theirs.Hear(_ours.Say(Key, granted: false, "a", Sample.Start));
        // Its wall clock is an hour slow.
        _ours.Hear(_theirs.Say(Key, granted: true, "b", Sample.Start.AddHours(-1)));

        (_ours.IsGranted(Key), _theirs.IsGranted(Key)).ShouldBe((true, true));
        ScopeMerge.Conflict(_ours.Registers[Key]).ShouldBeEmpty();
    }

    [Test]
    public void Should_not_let_a_second_grant_carry_a_first_past_a_withdrawal()
    {
        // Withdrawn and granted again here; granted there meanwhile, later by the clock, without knowing of the withdrawal.
        _ours.Say(Key, granted: false, "a", Sample.Start);
        var again = _ours.Say(Key, granted: true, "a", Sample.Start.AddMinutes(1));
        var concurrent = _theirs.Say(Key, granted: true, "b", Sample.Start.AddMinutes(2));

        _ours.Hear(concurrent);
        _theirs.Hear(again);
        foreach (var side in new[] { _ours, _theirs }) ScopeMerge.Grant(side.Registers[Key])!.By.ShouldBe("a");
    }

    [Test]
    public void Should_keep_both_values_of_a_conflict_on_both_sides()
    {
        var (grant, withdrawal) = (_ours.Say(Key, granted: true, "a", Sample.Start), _theirs.Say(Key, granted: false, "b", Sample.Start));
        _theirs.Hear(grant);
        _ours.Hear(withdrawal);

        var conflict = ScopeMerge.Conflict(_ours.Registers[Key]);
        conflict.Select(word => (word.Life.Side, word.By, word.Granted)).ShouldBe([(ScopeSide.Coordination, "a", true), (ScopeSide.OneStop, "b", false)]);
        _ours.IsGranted(Key).ShouldBeFalse();
        ScopeMerge.Conflict(_theirs.Registers[Key]).ShouldBe(conflict);
    }

    [Test]
    public void Should_take_the_later_of_two_grants_and_of_equals_the_coordination_systems()
    {
        var (first, second) = (_ours.Say(Key, granted: true, "a", Sample.Start), _theirs.Say(Key, granted: true, "b", Sample.Start));
        _ours.Hear(second);
        _theirs.Hear(first);
        ScopeMerge.Grant(_theirs.Registers[Key])!.By.ShouldBe("a");

        _ours.Hear(_theirs.Say(Key, granted: true, "b", Sample.Start.AddMinutes(1)));
        ScopeMerge.Grant(_ours.Registers[Key])!.By.ShouldBe("b");
    }

    [Test]
    public void Should_do_nothing_on_the_same_ten_times()
    {
        var change = _theirs.Say(Key, granted: true, "b", Sample.Start);
        _ours.Hear(change);
        var register = _ours.Registers[Key];
        for (var time = 0; time < 9; time++) _ours.Hear(change).ShouldBeNull();
        _ours.Registers[Key].ShouldBe(register);
    }

    [Test]
    public void Should_let_a_withdrawal_go_only_when_both_hold_it()
    {
        var withdrawal = _ours.Say(Key, granted: false, "a", Sample.Start);
        _theirs.Say(Key, granted: true, "b", Sample.Start);
        var joined = _theirs.Hear(withdrawal).ShouldNotBeNull();
        _ours.Expire(joined).ShouldBeFalse("the other side holds more");
        _ours.Registers[Key].Words.ShouldNotBeEmpty();

        _ours.Hear(joined).ShouldBeNull();
        _ours.Expire(joined).ShouldBeTrue();
        _ours.Registers[Key].Words.ShouldBeEmpty();
    }

    [Test]
    public void Should_take_what_a_backup_from_before_an_expired_withdrawal_brings_back_for_old()
    {
        var grant = _theirs.Say(Key, granted: true, "b", Sample.Start);
        _ours.Hear(grant);
        var withdrawal = _ours.Say(Key, granted: false, "a", Sample.Start.AddDays(1));
        _theirs.Hear(withdrawal);
        _ours.Expire(withdrawal);

        _ours.Hear(grant).ShouldNotBeNull("whoever sends it has to learn of the withdrawal");
        _ours.IsGranted(Key).ShouldBeFalse();

        var backup = ScopeReplica.Of(new ScopeLife(ScopeSide.OneStop, 2), [grant]);
        backup.IsGranted(Key).ShouldBeTrue();
        backup.Hear(_ours.Hear(grant)!);
        backup.IsGranted(Key).ShouldBeFalse();
    }

    [Test]
    public void Should_tell_what_a_rolled_back_copy_says_from_what_it_said_before()
    {
        var empty = ScopeReplica.Of(new ScopeLife(ScopeSide.OneStop, 2), []);
        var forgotten = _theirs.Say(Key, granted: false, "b", Sample.Start);
        // At the same instant, and without knowing of it.
        var grant = empty.Say(Key, granted: true, "b", Sample.Start);

        _ours.Hear(grant);
        _ours.IsGranted(Key).ShouldBeTrue();
        _ours.Hear(forgotten);
        _ours.IsGranted(Key).ShouldBeFalse("its message came after all");
    }

    [Test]
    public void Should_never_go_back_and_see_what_is_too_far_ahead()
    {
        var last = LogicalClock.Next(LogicalTime.Never, Sample.Start);
        var next = LogicalClock.Next(last, Sample.Start.AddHours(-1));

        next.ShouldBeGreaterThan(last);
        LogicalClock.Next(next, Sample.Start.AddMilliseconds(1)).Counter.ShouldBe(0);
        LogicalClock.Next(last with { Counter = int.MaxValue }, Sample.Start).ShouldBe(new LogicalTime(last.Milliseconds + 1, 0));
        LogicalClock.IsTooFarAhead(last, Sample.Start.AddHours(-1), TimeSpan.FromHours(2)).ShouldBeFalse();
        LogicalClock.IsTooFarAhead(last, Sample.Start.AddHours(-3), TimeSpan.FromHours(2)).ShouldBeTrue();
    }

    [TestCase("O1772416800", true), TestCase("C1", true), TestCase("X1", false), TestCase("O-1", false), TestCase("O", false), TestCase("", false)]
    public void Should_name_a_life(string text, bool isOne)
    {
        ScopeLife.TryParse(text, out var life).ShouldBe(isOne);
        if (isOne) life.ToWire().ShouldBe(text);
    }

    [TestCase("1772416800000.7", true), TestCase("1772416800000", false), TestCase("-1.0", false), TestCase("1. 2", false), TestCase("", false)]
    public void Should_travel_as_text(string text, bool isOne)
    {
        LogicalTime.TryParse(text, out var time).ShouldBe(isOne);
        if (isOne) time.ToWire().ShouldBe(text);
    }
}
