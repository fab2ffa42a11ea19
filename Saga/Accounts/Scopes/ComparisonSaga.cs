using DichVuCong.Contracts.Accounts.Scopes;
using DichVuCong.Messaging;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Saga.Accounts.Scopes;

/// <summary>
/// Anti-entropy: an agency is compared with its system at fixed times and on demand. Exactly the officers that differ are repaired - the account
/// by being told again, since it is mastered here; the scopes by the rule that messages are joined by - and then it is compared again.
/// </summary>
public sealed class ComparisonSaga(ScopeRules rules) : Saga<ComparisonData>,
    IStartedBy<ComparisonData, WatchDrift>,
    IStartedBy<ComparisonData, CompareAgency>,
    IHandle<ComparisonData, DigestsCompared>,
    IHandle<ComparisonData, ComparisonRefused>,
    IHandle<ComparisonData, ClockFired>
{
    /// <summary>The name of its only clock: when it is compared next.</summary>
    public const string Clock = "compare";

    /// <summary>The agency has its first officer there.</summary>
    public Decision<ComparisonData> Handle(ComparisonData? state, WatchDrift message, Occasion occasion)
    {
        if (state is not null) return Become(state);
        // Officers are only just being told of: there is nothing to compare yet.
        var data = new ComparisonData { System = message.System, Agency = message.Agency, State = ComparisonState.Equal, Next = WholeSeconds.Of(occasion.Now) + rules.CompareEvery };
        return Become(data).SetClock(Clock, data.Next).Send(RowOf(data, ours: null, theirs: null, occasion));
    }

    /// <summary>On demand. What an earlier question comes to does not count any more.</summary>
    public Decision<ComparisonData> Handle(ComparisonData? state, CompareAgency message, Occasion occasion) =>
        Ask(state ?? new ComparisonData { System = message.System, Agency = message.Agency }, occasion);

    /// <summary>It was compared.</summary>
    public Decision<ComparisonData> Handle(ComparisonData state, DigestsCompared message, Occasion occasion)
    {
        if (message.Run != state.Run || state.State != ComparisonState.Asked) return Become(state);
        var isEqual = message.Ours == message.Theirs;
        var fruitless = isEqual || message.Differing < state.Differing || !state.IsTold ? 0 : state.Fruitless + 1;
        var isOver = isEqual || fruitless >= rules.MostFruitless;
        var isNew = !state.IsTold && message.Differing > 0;
        var data = state with
        {
            State = isEqual ? ComparisonState.Equal : isOver ? ComparisonState.Differing : ComparisonState.Repairing,
            Differing = message.Differing,
            Fruitless = isOver ? 0 : fruitless,
            IsTold = !isOver && (state.IsTold || isNew),
            Found = state.Found + (isNew ? message.Differing : 0),
            Next = WholeSeconds.Of(occasion.Now) + (isOver ? rules.CompareEvery : rules.CompareAgainAfter),
        };
        var decision = Become(data).SetClock(Clock, data.Next).Send(RowOf(data, message.Ours, message.Theirs, occasion));
        if (isNew) decision = decision.Publish(new DriftFound(data.System, data.Agency, data.Run, message.Differing));
        foreach (var officer in message.Officers) Repair(decision, data, officer);
        return decision;
    }

    /// <summary>The system does not know of comparisons: it is asked again at its time.</summary>
    public Decision<ComparisonData> Handle(ComparisonData state, ComparisonRefused message, Occasion occasion)
    {
        if (message.Run != state.Run || state.State != ComparisonState.Asked) return Become(state);
        var data = state with { State = ComparisonState.Refused, IsTold = false, Fruitless = 0, Next = WholeSeconds.Of(occasion.Now) + rules.CompareEvery };
        return Become(data).SetClock(Clock, data.Next).Send(RowOf(data, ours: null, theirs: null, occasion));
    }

    /// <summary>It is time.</summary>
    public Decision<ComparisonData> Handle(ComparisonData state, ClockFired message, Occasion occasion) =>
        message.Clock == Clock ? Ask(state, occasion) : Become(state);

    // Should no answer ever come, the clock asks again.
    private Decision<ComparisonData> Ask(ComparisonData state, Occasion occasion)
    {
        var data = state with { Run = state.Run + 1, State = ComparisonState.Asked, Next = WholeSeconds.Of(occasion.Now) + rules.CompareEvery };
        return Become(data).SetClock(Clock, data.Next).Send(new CompareDigests(data.System, data.Agency, data.Run)).Send(RowOf(data, ours: null, theirs: null, occasion));
    }

    private static void Repair(Decision<ComparisonData> decision, ComparisonData data, DifferingOfficer officer)
    {
        if (!officer.IsOurs)
        {
            decision.Publish(new StrayOfficerFound(data.System, data.Agency, officer.Account));
            return;
        }

        decision.Send(new TellSystemAgain(officer.Account, data.System, officer.Version));
        foreach (var change in officer.Theirs) decision.Send(new HearScope(data.System, change));
        foreach (var procedure in officer.OursAlone) decision.Send(new TellScopeAgain(data.System, officer.Account, procedure));
    }

    private static UpdateComparisonRow RowOf(ComparisonData data, string? ours, string? theirs, Occasion occasion) =>
        new(data.System, data.Agency, data.Run, data.State, ours, theirs, data.Differing, data.Found, WholeSeconds.Of(occasion.Now));
}
