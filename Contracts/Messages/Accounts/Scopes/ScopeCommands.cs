namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>
/// Grants or withdraws a scope, on the coordination system's side. The door checked that the officer has a post that the system serves.
/// </summary>
/// <param name="System">The one-stop system that the scope is shared with: the one that the procedure is received on.</param>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
/// <param name="Granted">Whether it is granted, or withdrawn.</param>
/// <param name="By">The account that says so.</param>
/// <param name="Life">The life of this side's copy: it changes when the database was restored from a backup.</param>
[MessageName("accounts.set-scope.v1")]
public sealed record SetScope(string System, AccountId Account, ProcedureCode Procedure, bool Granted, string By, long Life);

/// <summary>Takes up what a one-stop system holds of a scope: it told, or a comparison found it.</summary>
/// <param name="System">The system.</param>
/// <param name="Change">What it holds.</param>
[MessageName("accounts.hear-scope.v1")]
public sealed record HearScope(string System, ScopeChange Change);

/// <summary>Tells the system again what is held of a scope: a comparison found that it holds something else.</summary>
/// <param name="System">The system.</param>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
[MessageName("accounts.tell-scope-again.v1")]
public sealed record TellScopeAgain(string System, AccountId Account, ProcedureCode Procedure);

/// <summary>
/// Tell a one-stop system what is held of a scope. It is the whole register: the same again changes nothing, and any later one makes up for one
/// that was lost.
/// </summary>
/// <param name="System">The system.</param>
/// <param name="Change">What is held.</param>
[MessageName("accounts.push-scope.v1")]
public sealed record PushScope(string System, ScopeChange Change);

/// <summary>The system took a scope up, and says what it holds of it now.</summary>
/// <param name="System">The system.</param>
/// <param name="Change">What it holds.</param>
[MessageName("accounts.scope-pushed.v1")]
public sealed record ScopePushed(string System, ScopeChange Change);

/// <summary>The system refused a scope.</summary>
/// <param name="System">The system.</param>
/// <param name="Change">What was sent.</param>
/// <param name="Reason">Its words, without personal data.</param>
[MessageName("accounts.scope-push-refused.v1")]
public sealed record ScopePushRefused(string System, ScopeChange Change, string Reason);

/// <summary>Updates a scope's row in the registry.</summary>
/// <param name="System">The system.</param>
/// <param name="Change">What is held.</param>
/// <param name="Conflict">Whether words stand in it that contradict each other.</param>
/// <param name="State">How far the system is.</param>
/// <param name="Reason">Its words, when it refused.</param>
/// <param name="At">When.</param>
[MessageName("accounts.update-scope-row.v1")]
public sealed record UpdateScopeRow(string System, ScopeChange Change, bool Conflict, PushState State, string? Reason, DateTimeOffset At);

/// <summary>Both sides spoke without knowing of each other, and differ: kept with both values.</summary>
/// <param name="System">The system.</param>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
/// <param name="Words">What each said.</param>
/// <param name="Granted">What holds by the rule.</param>
[MessageName("accounts.scope-conflict-found.v1")]
public sealed record ScopeConflictFound(string System, AccountId Account, ProcedureCode Procedure, IReadOnlyList<ScopeWord> Words, bool Granted);

/// <summary>What holds of a scope changed.</summary>
/// <param name="System">The system.</param>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
/// <param name="Granted">Whether the officer may receive the procedure.</param>
/// <param name="By">The account that said it; of a grant that fell with a conflict, the one that withdrew.</param>
[MessageName("accounts.scope-changed.v1")]
public sealed record ScopeChanged(string System, AccountId Account, ProcedureCode Procedure, bool Granted, string By);

/// <summary>A one-stop system refused a scope: somebody has to look.</summary>
/// <param name="System">The system.</param>
/// <param name="Account">The officer's account.</param>
/// <param name="Procedure">The procedure's national code.</param>
/// <param name="Reason">Its words.</param>
[MessageName("accounts.scope-refused-by-system.v1")]
public sealed record ScopeRefusedBySystem(string System, AccountId Account, ProcedureCode Procedure, string Reason);
