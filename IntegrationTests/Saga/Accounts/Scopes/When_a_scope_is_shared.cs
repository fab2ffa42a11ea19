using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Accounts.Scopes;
using DichVuCong.Saga.Tests.Dossiers;

namespace DichVuCong.Saga.Tests.Accounts.Scopes;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class When_a_scope_is_shared
{
    private static readonly ScopeRules Rules = new();
    private readonly ScopeSaga _saga = new(Rules);
    private readonly ScopeReplica _theirs = new(new ScopeLife(ScopeSide.OneStop, 1));
    private DateTimeOffset _now = Sample.Start;
    private ScopeData? _data;

    private static ScopeKey Key => TwoSides.Keys[0];

    [Test]
    public void Should_tell_the_system_until_it_holds_the_same()
    {
        var effects = Set(granted: true);
        var push = effects.Sent<PushScope>().ShouldHaveSingleItem();
        effects.Published<ScopeChanged>().ShouldHaveSingleItem().Granted.ShouldBeTrue();
        effects.Sent<UpdateScopeRow>().ShouldHaveSingleItem().State.ShouldBe(PushState.Sent);

        Pushed(push).Sent<UpdateScopeRow>().ShouldHaveSingleItem().State.ShouldBe(PushState.Confirmed);
        _theirs.IsGranted(Key).ShouldBeTrue();
        Set(granted: true).ShouldBeEmpty("it was said already");
    }

    [Test]
    public void Should_take_the_same_change_ten_times_for_one()
    {
        var change = _theirs.Say(Key, granted: true, "b", _now);
        Heard(change).Sent<PushScope>().ShouldHaveSingleItem();
        for (var time = 0; time < 9; time++) Heard(change).ShouldBeEmpty();
    }

    [Test]
    public void Should_keep_a_conflict_with_both_values_and_tell_it_once()
    {
        var grant = _theirs.Say(Key, granted: true, "b", _now.AddHours(1));
        Set(granted: false);

        var effects = Heard(grant);
        var conflict = effects.Published<ScopeConflictFound>().ShouldHaveSingleItem();
        conflict.Words.Select(word => (word.By, word.Granted)).ShouldBe([("a", false), ("b", true)]);
        conflict.Granted.ShouldBeFalse();
        effects.Sent<UpdateScopeRow>().ShouldHaveSingleItem().Conflict.ShouldBeTrue();
        Heard(grant).Published<ScopeConflictFound>().ShouldBeEmpty();

        var settled = Set(granted: true);
        settled.Sent<UpdateScopeRow>().ShouldHaveSingleItem().Conflict.ShouldBeFalse();
        settled.Published<ScopeChanged>().ShouldHaveSingleItem().Granted.ShouldBeTrue();
    }

    [Test]
    public void Should_let_the_word_of_a_withdrawal_go_only_when_the_system_holds_it()
    {
        var grant = Set(granted: true).Sent<PushScope>().Single();
        Pushed(grant);
        var push = Set(granted: false).Sent<PushScope>().Single();
        _data!.ExpiresAt.ShouldBeNull("the system has not confirmed");

        var effects = Pushed(push);
        effects.OfType<SetClockEffect>().ShouldHaveSingleItem().Due.ShouldBe(Sample.Start + Rules.KeepWithdrawals);
        _now += Rules.KeepWithdrawals;
        var row = Decide(_saga.Handle(_data!, new ClockFired("key", ScopeSaga.Clock, 1, _now), At())).Sent<UpdateScopeRow>().ShouldHaveSingleItem();
        row.Change.Register.Words.ShouldBeEmpty();

        // An old copy does not bring it back, and is told.
        Heard(grant.Change).Sent<PushScope>().ShouldHaveSingleItem();
        ScopeMerge.Grant(_data!.Register).ShouldBeNull();
    }

    [Test]
    public void Should_leave_it_to_an_operator_when_a_system_never_holds_what_it_takes()
    {
        Set(granted: true);
        var stubborn = new ScopeChange(Key.Account, Key.Procedure, ScopeRegister.Empty);
        List<Effect> effects;
        var tellings = 1;
        do
        {
            effects = Decide(_saga.Handle(_data!, new ScopePushed("H29", stubborn), At()));
            if (effects.Sent<PushScope>().Count > 0) tellings++;
        }
        while (effects.Sent<PushScope>().Count > 0 && tellings < 100);

        tellings.ShouldBe(Rules.MostTellings);
        effects.Published<ScopeRefusedBySystem>().ShouldHaveSingleItem();
        effects.Sent<UpdateScopeRow>().ShouldHaveSingleItem().State.ShouldBe(PushState.Refused);
    }

    [Test]
    public void Should_show_what_a_system_refused()
    {
        var push = Set(granted: true).Sent<PushScope>().Single();
        var effects = Decide(_saga.Handle(_data!, new ScopePushRefused("H29", push.Change, "Không có cán bộ này"), At()));
        effects.Published<ScopeRefusedBySystem>().ShouldHaveSingleItem().Reason.ShouldBe("Không có cán bộ này");
        (_data!.State, _data.Reason).ShouldBe((PushState.Refused, "Không có cán bộ này"));

        Decide(_saga.Handle(_data, new TellScopeAgain("H29", Key.Account, Key.Procedure), At())).Sent<PushScope>().ShouldHaveSingleItem();
    }

    [Test]
    public void Should_stay_small()
    {
        Heard(_theirs.Say(Key, granted: true, "b", _now));
        Set(granted: false);
        Heard(_theirs.Say(Key, granted: true, "officer-of-some-length@example", _now));
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(_data!, ScopeDataJson.Default.ScopeData).Length.ShouldBeLessThan(1500);
    }

    private List<Effect> Set(bool granted) => Decide(_saga.Handle(_data, new SetScope("H29", Key.Account, Key.Procedure, granted, "a", Life: 1), At()));

    private List<Effect> Heard(ScopeChange change) => Decide(_saga.Handle(_data, new HearScope("H29", change), At()));

    private List<Effect> Pushed(PushScope push)
    {
        _theirs.Hear(push.Change);
        return Decide(_saga.Handle(_data!, new ScopePushed("H29", new ScopeChange(Key.Account, Key.Procedure, _theirs.RegisterOf(Key))), At()));
    }

    private List<Effect> Decide(Decision<ScopeData> decision)
    {
        _data = decision.State;
        return [.. decision.Effects];
    }

    private Occasion At() => new(_now, Sample.Calendars, Guid.NewGuid(), _now);
}

/// <summary>What a decision came to.</summary>
internal static class Effects
{
    public static List<T> Sent<T>(this IEnumerable<Effect> effects) => [.. effects.OfType<SendEffect>().Select(effect => effect.Command).OfType<T>()];

    public static List<T> Published<T>(this IEnumerable<Effect> effects) => [.. effects.OfType<PublishEffect>().Select(effect => effect.Event).OfType<T>()];
}
