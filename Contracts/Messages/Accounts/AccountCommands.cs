using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>Why access is taken (A11.1).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LockCause>))]
public enum LockCause : byte
{
    /// <summary>The person moved to another post (A11.1a).</summary>
    Transfer = 1,

    /// <summary>The person left, or has no task there any more (A11.1a).</summary>
    Leaving = 2,

    /// <summary>An authority asked for it (A11.1b).</summary>
    Authority = 3,

    /// <summary>The rules of accounts or of security were violated (A11.1c).</summary>
    Violation = 4,

    /// <summary>Nothing was done with it for the time allowed (A11.1d).</summary>
    Inactivity = 5,

    /// <summary>Signs of access by somebody else (A11.1đ).</summary>
    Intrusion = 6,

    /// <summary>The unit's own request (A10.1).</summary>
    Request = 7,
}

/// <summary>
/// Creates an account: centrally, or after its request was approved. The person's identity was checked and is unique at the door.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Agency">The person's agency.</param>
/// <param name="Groups">The groups there.</param>
/// <param name="UnitGroups">What may be given in the unit at most.</param>
/// <param name="Systems">The one-stop systems that serve the agency.</param>
/// <param name="By">The account that creates.</param>
/// <param name="Reason">Why, without personal data.</param>
[MessageName("accounts.create-account.v1")]
public sealed record CreateAccount(
    AccountId Account, AccountKind Kind, AgencyCode Agency, GroupSet Groups, GroupSet UnitGroups, IReadOnlyList<string> Systems, string By, string Reason);

/// <summary>The account was handed to the contact that the unit named (A10.3d).</summary>
/// <param name="Account">The account.</param>
/// <param name="By">The account that handed over.</param>
/// <param name="Record">The record of the hand-over.</param>
[MessageName("accounts.hand-over-account.v1")]
public sealed record HandOverAccount(AccountId Account, string By, OfficialDocument Record);

/// <summary>The person signed the confidentiality commitment (A9.5).</summary>
/// <param name="Account">The account.</param>
/// <param name="By">The account that recorded it.</param>
/// <param name="Commitment">The commitment.</param>
[MessageName("accounts.keep-commitment.v1")]
public sealed record KeepCommitment(AccountId Account, string By, OfficialDocument Commitment);

/// <summary>
/// Sets a person's groups in one agency; without any the post there ends. In an agency where the person has none yet it is a new, concurrent post.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups there from now on.</param>
/// <param name="UnitGroups">What may be given in the unit at most.</param>
/// <param name="Systems">The one-stop systems that serve the agency.</param>
/// <param name="By">The account that sets them.</param>
/// <param name="Reason">Why, without personal data; never empty.</param>
[MessageName("accounts.set-groups.v1")]
public sealed record SetGroups(AccountId Account, AgencyCode Agency, GroupSet Groups, GroupSet UnitGroups, IReadOnlyList<string> Systems, string By, string Reason);

/// <summary>The person moves from one agency to another: all rights there end at once (A11.1a), and what is given here begins.</summary>
/// <param name="Account">The account.</param>
/// <param name="From">The agency left.</param>
/// <param name="To">The agency joined.</param>
/// <param name="Groups">The groups there.</param>
/// <param name="UnitGroups">What may be given there at most.</param>
/// <param name="Systems">The one-stop systems that serve the agency joined.</param>
/// <param name="By">The account that moves the person.</param>
/// <param name="Reason">Why, without personal data; never empty.</param>
[MessageName("accounts.move-account.v1")]
public sealed record MoveAccount(
    AccountId Account, AgencyCode From, AgencyCode To, GroupSet Groups, GroupSet UnitGroups, IReadOnlyList<string> Systems, string By, string Reason);

/// <summary>A new revision of the person's profile was stored.</summary>
/// <param name="Account">The account.</param>
/// <param name="Revision">The revision stored.</param>
/// <param name="By">The account that changed it.</param>
[MessageName("accounts.change-profile.v1")]
public sealed record ChangeProfile(AccountId Account, int Revision, string By);

/// <summary>Locks an account at once.</summary>
/// <param name="Account">The account.</param>
/// <param name="Cause">Why, by A11.1.</param>
/// <param name="By">The account, or the rule, that locks.</param>
/// <param name="Reason">More about it, without personal data; never empty.</param>
[MessageName("accounts.lock-account.v1")]
public sealed record LockAccount(AccountId Account, LockCause Cause, string By, string Reason);

/// <summary>Lifts a lock or a suspension.</summary>
/// <param name="Account">The account.</param>
/// <param name="By">The account that unlocks.</param>
/// <param name="Reason">Why, without personal data; never empty.</param>
[MessageName("accounts.unlock-account.v1")]
public sealed record UnlockAccount(AccountId Account, string By, string Reason);

/// <summary>Suspends an account at once on signs of intrusion; the report follows (A11.3).</summary>
/// <param name="Account">The account.</param>
/// <param name="By">The account that suspends.</param>
/// <param name="Reason">The signs, without personal data; never empty.</param>
[MessageName("accounts.suspend-account.v1")]
public sealed record SuspendAccount(AccountId Account, string By, string Reason);

/// <summary>The report on a suspension was made to the competent authority (A11.3).</summary>
/// <param name="Account">The account.</param>
/// <param name="By">The account that reported.</param>
/// <param name="Report">The report.</param>
[MessageName("accounts.report-suspension.v1")]
public sealed record ReportSuspension(AccountId Account, string By, OfficialDocument Report);

/// <summary>Takes an account away for good.</summary>
/// <param name="Account">The account.</param>
/// <param name="Cause">Why, by A11.1.</param>
/// <param name="By">The account that withdraws.</param>
/// <param name="Reason">More about it, without personal data; never empty.</param>
[MessageName("accounts.withdraw-account.v1")]
public sealed record WithdrawAccount(AccountId Account, LockCause Cause, string By, string Reason);

/// <summary>The person was active; only the latest counts.</summary>
/// <param name="Account">The account.</param>
/// <param name="At">When.</param>
[MessageName("accounts.record-activity.v1")]
public sealed record RecordActivity(AccountId Account, DateTimeOffset At);
