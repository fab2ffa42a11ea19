using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>
/// Which procedures an officer may receive (A12.2), set on either side: one register for each (system, officer, procedure), joined with what the
/// system says by <see cref="ScopeMerge"/>, and told to it until it says that it holds the same.
/// </summary>
public sealed class ScopeSaga(ScopeRules rules) : Saga<ScopeData>,
    IStartedBy<ScopeData, SetScope>,
    IStartedBy<ScopeData, HearScope>,
    IHandle<ScopeData, TellScopeAgain>,
    IHandle<ScopeData, ScopePushed>,
    IHandle<ScopeData, ScopePushRefused>,
    IHandle<ScopeData, ClockFired>
{
    /// <summary>The name of its only clock: when the word of a withdrawal goes.</summary>
    public const string Clock = "scope";

    /// <summary>Set on our side. What was said last, and holds, is not said again.</summary>
    public Decision<ScopeData> Handle(ScopeData? state, SetScope message, Occasion occasion)
    {
        var before = state ?? new ScopeData { System = message.System, Account = message.Account, Procedure = message.Procedure };
        var decision = new ScopeDeciding(before, rules, occasion);
        if (before.Register.Words is [var last] && last.Granted == message.Granted && ScopeMerge.Grant(before.Register) is not null == message.Granted) return decision.Done();
        var at = LogicalClock.Next(before.Register.Known.Latest, occasion.Now);
        decision.Take(ScopeMerge.Say(before.Register, new ScopeLife(ScopeSide.Coordination, message.Life), at, message.Granted, message.By));
        decision.Tell();
        return decision.Done();
    }

    /// <summary>Set on the other side, or found in a comparison. What was news is told back: that is how the system learns that we hold it.</summary>
    public Decision<ScopeData> Handle(ScopeData? state, HearScope message, Occasion occasion)
    {
        var before = state ?? new ScopeData { System = message.System, Account = message.Change.Account, Procedure = message.Change.Procedure };
        var decision = new ScopeDeciding(before, rules, occasion);
        var isNews = decision.Take(ScopeMerge.Join(before.Register, message.Change.Register));
        if (isNews || !decision.Data.Register.Equals(message.Change.Register)) decision.Tell();
        return decision.Done();
    }

    /// <summary>A comparison found that the system holds something else, or nothing.</summary>
    public Decision<ScopeData> Handle(ScopeData state, TellScopeAgain message, Occasion occasion)
    {
        var decision = new ScopeDeciding(state, rules, occasion);
        decision.Tell();
        return decision.Done();
    }

    /// <summary>The system says what it holds now. Where that is not the same it is told again, as often as is reasonable.</summary>
    public Decision<ScopeData> Handle(ScopeData state, ScopePushed message, Occasion occasion)
    {
        var decision = new ScopeDeciding(state, rules, occasion);
        decision.Take(ScopeMerge.Join(state.Register, message.Change.Register));
        if (decision.Data.Register.Equals(message.Change.Register)) decision.Confirm();
        else if (decision.Data.Tellings < rules.MostTellings) decision.Tell();
        else decision.Refuse("Hệ thống xác nhận đã nhận nhưng vẫn giữ nội dung khác.");
        return decision.Done();
    }

    /// <summary>The system refused what is still held: somebody has to look. Of what was sent before it says nothing about that.</summary>
    public Decision<ScopeData> Handle(ScopeData state, ScopePushRefused message, Occasion occasion)
    {
        var decision = new ScopeDeciding(state, rules, occasion);
        if (state.Register.Equals(message.Change.Register)) decision.Refuse(message.Reason);
        return decision.Done();
    }

    /// <summary>Both sides hold the withdrawal, and long enough: who said it, and when, goes.</summary>
    public Decision<ScopeData> Handle(ScopeData state, ClockFired message, Occasion occasion)
    {
        var decision = new ScopeDeciding(state, rules, occasion) { HasFired = true };
        if (message.Clock == Clock && state.ExpiresAt is not null) decision.Expire();
        return decision.Done();
    }
}
