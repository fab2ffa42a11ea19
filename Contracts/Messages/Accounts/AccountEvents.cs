using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>Why something was not done with an account: the rule that stands in its way.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AccountObstacle>))]
public enum AccountObstacle : byte
{
    /// <summary>The account does not stand where this can be done.</summary>
    WrongState = 1,

    /// <summary>No reason, or nobody, was named.</summary>
    NoReason = 2,

    /// <summary>No right was given (A9.3).</summary>
    NoGroup = 3,

    /// <summary>More than the unit's scope (A9.3).</summary>
    OutsideUnit = 4,

    /// <summary>Quản trị đơn vị is for administrator accounts alone (A9.6).</summary>
    AdministratorsOnly = 5,

    /// <summary>Another request for the account is open.</summary>
    RequestOpen = 6,

    /// <summary>No such request is open, or it is not that far.</summary>
    NoSuchRequest = 7,

    /// <summary>The person has no post in that agency.</summary>
    NoPost = 8,

    /// <summary>It was handed over already, or the commitment is there already.</summary>
    AlreadyDone = 9,

    /// <summary>Only administrator accounts are requested (A10.1): officers are made by their unit's administrator (A9.6).</summary>
    OfficersAreNotRequested = 10,

    /// <summary>Who found a request valid does not approve it too.</summary>
    FourEyes = 11,
}

/// <summary>An account moved along an edge of its graph.</summary>
/// <param name="Account">The account.</param>
/// <param name="Agencies">The agencies concerned.</param>
/// <param name="From">Where it stood; null for a new one.</param>
/// <param name="To">Where it stands.</param>
/// <param name="Cause">Why access was taken; null when it was not.</param>
/// <param name="By">The account, or the rule, that did it.</param>
/// <param name="Version">The account's version.</param>
[MessageName("accounts.account-state-changed.v1")]
public sealed record AccountStateChanged(
    AccountId Account, IReadOnlyList<AgencyCode> Agencies, AccountState? From, AccountState To, LockCause? Cause, string By, int Version);

/// <summary>A person's groups in an agency changed.</summary>
/// <param name="Account">The account.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups; none when the post ended.</param>
/// <param name="By">The account that did it.</param>
/// <param name="Version">The account's version.</param>
[MessageName("accounts.account-groups-changed.v1")]
public sealed record AccountGroupsChanged(AccountId Account, AgencyCode Agency, GroupSet Groups, string By, int Version);

/// <summary>Something was not done.</summary>
/// <param name="Account">The account.</param>
/// <param name="Attempt">The name of the message that wanted it.</param>
/// <param name="By">The account that tried.</param>
/// <param name="Obstacle">The rule.</param>
[MessageName("accounts.account-not-changed.v1")]
public sealed record AccountNotChanged(AccountId Account, string Attempt, string By, AccountObstacle Obstacle);

/// <summary>A request was answered.</summary>
/// <param name="Account">The account.</param>
/// <param name="Request">The request.</param>
/// <param name="Agency">The unit.</param>
/// <param name="State">How.</param>
/// <param name="Reason">Why.</param>
[MessageName("accounts.account-request-answered.v1")]
public sealed record AccountRequestAnswered(AccountId Account, string Request, AgencyCode Agency, AccountRequestState State, string Reason);

/// <summary>The time for a request passed (A10.4).</summary>
/// <param name="Account">The account.</param>
/// <param name="Request">The request.</param>
/// <param name="Agency">The unit.</param>
/// <param name="Due">When it passed.</param>
[MessageName("accounts.account-request-overdue.v1")]
public sealed record AccountRequestOverdue(AccountId Account, string Request, AgencyCode Agency, DateTimeOffset Due);

/// <summary>The account will be locked unless somebody uses it (A11.1d).</summary>
/// <param name="Account">The account.</param>
/// <param name="Agencies">The agencies concerned.</param>
/// <param name="LockAt">When.</param>
[MessageName("accounts.account-lock-announced.v1")]
public sealed record AccountLockAnnounced(AccountId Account, IReadOnlyList<AgencyCode> Agencies, DateTimeOffset LockAt);

/// <summary>The report on a suspension is missing (A11.3).</summary>
/// <param name="Account">The account.</param>
/// <param name="Agencies">The agencies concerned.</param>
/// <param name="Due">When it was due.</param>
[MessageName("accounts.suspension-report-overdue.v1")]
public sealed record SuspensionReportOverdue(AccountId Account, IReadOnlyList<AgencyCode> Agencies, DateTimeOffset Due);

/// <summary>A one-stop system refused an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="System">The system.</param>
/// <param name="Version">The version.</param>
/// <param name="Reason">Its words.</param>
[MessageName("accounts.account-refused-by-system.v1")]
public sealed record AccountRefusedBySystem(AccountId Account, string System, int Version, string Reason);
