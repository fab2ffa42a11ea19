namespace DichVuCong.Contracts.Accounts;

/// <summary>Updates an account's row in the registry.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The account's version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Posts">The posts.</param>
/// <param name="Cause">Why access was taken; null when it was not.</param>
/// <param name="ActiveAt">The last activity; null for none yet.</param>
/// <param name="LockAt">When it will be locked for inactivity, once that was announced.</param>
[MessageName("accounts.update-account-row.v1")]
public sealed record UpdateAccountRow(
    AccountId Account,
    int Version,
    AccountKind Kind,
    AccountState State,
    DateTimeOffset Since,
    IReadOnlyList<AccountPost> Posts,
    LockCause? Cause,
    DateTimeOffset? ActiveAt,
    DateTimeOffset? LockAt);

/// <summary>Keeps who did what to an account, and why (A9.4).</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The account's version after it.</param>
/// <param name="Step">The name of the message that asked for it, or of the clock.</param>
/// <param name="By">The account, or the rule.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The document, where there is one.</param>
/// <param name="At">When.</param>
[MessageName("accounts.keep-account-step.v1")]
public sealed record KeepAccountStep(AccountId Account, int Version, string Step, string By, string Reason, OfficialDocument? Document, DateTimeOffset At);

/// <summary>Updates a request's row in the registry.</summary>
/// <param name="Account">The account.</param>
/// <param name="Request">The request.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Agency">The unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CompleteAt">Since when its time runs.</param>
/// <param name="Deadline">By when it should be done.</param>
/// <param name="Overdue">Whether that has passed.</param>
[MessageName("accounts.update-request-row.v1")]
public sealed record UpdateRequestRow(
    AccountId Account,
    string Request,
    AccountRequestKind Kind,
    AgencyCode Agency,
    AccountRequestState State,
    DateTimeOffset CompleteAt,
    DateTimeOffset Deadline,
    bool Overdue);

/// <summary>Updates how far a one-stop system is with an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="System">The system.</param>
/// <param name="Version">The version.</param>
/// <param name="State">How far.</param>
/// <param name="Reason">The system's words, when it refused.</param>
/// <param name="At">When.</param>
[MessageName("accounts.update-push-row.v1")]
public sealed record UpdatePushRow(AccountId Account, string System, int Version, PushState State, string? Reason, DateTimeOffset At);
