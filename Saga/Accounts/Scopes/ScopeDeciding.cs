using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>A decision on a scope in the making.</summary>
internal sealed class ScopeDeciding(ScopeData before, ScopeRules rules, Occasion occasion)
{
    private readonly ScopeData _before = before;
    private readonly List<Effect> _effects = [];

    /// <summary>The data as it becomes.</summary>
    public ScopeData Data { get; private set; } = before;

    /// <summary>Whether the clock has just fired: it does not run any more.</summary>
    public bool HasFired { get; init; }

    private DateTimeOffset Now => WholeSeconds.Of(occasion.Now);

    /// <summary>Takes up a register. Whether it is another one.</summary>
    public bool Take(ScopeRegister register)
    {
        if (register.Equals(Data.Register)) return false;
        Data = Data with { Register = register, Tellings = 0, ExpiresAt = null };
        return true;
    }

    /// <summary>Tells the system.</summary>
    public void Tell()
    {
        Data = Data with { State = PushState.Sent, Reason = null, Tellings = Data.Tellings + 1, ExpiresAt = null };
        _effects.Add(new SendEffect(new PushScope(Data.System, Data.Change)));
    }

    /// <summary>The system holds the same. What is withdrawn on both sides is shown for a while yet.</summary>
    public void Confirm()
    {
        if (Data.State == PushState.Confirmed) return;
        Data = Data with { State = PushState.Confirmed, Reason = null, Tellings = 0 };
        if (ScopeMerge.Grant(Data.Register) is null && Data.Register.Words.Count > 0) Data = Data with { ExpiresAt = Now + rules.KeepWithdrawals };
    }

    /// <summary>The system does not take it.</summary>
    public void Refuse(string reason)
    {
        Data = Data with { State = PushState.Refused, Reason = reason, ExpiresAt = null };
        _effects.Add(new PublishEffect(new ScopeRefusedBySystem(Data.System, Data.Account, Data.Procedure, reason)));
    }

    /// <summary>Lets the word of a withdrawal go.</summary>
    public void Expire() => Data = Data with { Register = ScopeMerge.Expire(Data.Register), ExpiresAt = null };

    /// <summary>The finished decision.</summary>
    public Decision<ScopeData> Done()
    {
        TellWhatHolds();
        var conflict = ScopeMerge.Conflict(Data.Register);
        if (conflict.Count > 0 && !conflict.SequenceEqual(ScopeMerge.Conflict(_before.Register)))
            _effects.Add(new PublishEffect(new ScopeConflictFound(Data.System, Data.Account, Data.Procedure, conflict, ScopeMerge.Grant(Data.Register) is not null)));
        if (Data.ExpiresAt is { } due && due != _before.ExpiresAt) _effects.Add(new SetClockEffect(ScopeSaga.Clock, due, Terms: null));
        else if (Data.ExpiresAt is null && _before.ExpiresAt is not null && !HasFired) _effects.Add(new CancelClockEffect(ScopeSaga.Clock));
        if (!Data.Register.Equals(_before.Register) || Data.State != _before.State || Data.Reason != _before.Reason)
            _effects.Add(new SendEffect(new UpdateScopeRow(Data.System, Data.Change, conflict.Count > 0, Data.State, Data.Reason, Now)));
        return new Decision<ScopeData>(Data).With(_effects);
    }

    private void TellWhatHolds()
    {
        var (holds, held) = (ScopeMerge.Grant(Data.Register), ScopeMerge.Grant(_before.Register));
        if (holds is null == held is null) return;
        var by = holds?.By ?? Data.Register.Words.LastOrDefault(word => !word.Granted)?.By ?? "";
        _effects.Add(new PublishEffect(new ScopeChanged(Data.System, Data.Account, Data.Procedure, holds is not null, by)));
    }
}
