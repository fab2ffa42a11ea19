using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>What a unit asks for (A10.1).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AccountRequestKind>))]
public enum AccountRequestKind : byte
{
    /// <summary>A new account.</summary>
    Create = 1,

    /// <summary>Other rights.</summary>
    ChangeRights = 2,

    /// <summary>Lock it.</summary>
    Lock = 3,

    /// <summary>Unlock it.</summary>
    Unlock = 4,
}

/// <summary>Where a request stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AccountRequestState>))]
public enum AccountRequestState : byte
{
    /// <summary>Complete; its time runs (A10.4).</summary>
    Received = 1,

    /// <summary>Found valid (A10.3a).</summary>
    Checked = 2,

    /// <summary>Approved; what was asked is being done.</summary>
    Approved = 3,

    /// <summary>Refused with a reason.</summary>
    Refused = 4,

    /// <summary>Done, and for a new account handed over.</summary>
    Done = 5,
}

/// <summary>The electronic official document (văn bản điện tử) by which something is asked, decided or signed.</summary>
/// <param name="Number">Its number and sign, such as <c>123/UBND-VP</c>.</param>
/// <param name="Date">Its date.</param>
/// <param name="File">The key under which its file is kept.</param>
public sealed record OfficialDocument(string Number, DateOnly Date, string File);

/// <summary>A unit asked for an administrator account (A10.1); the request is complete, so its time runs.</summary>
/// <param name="Account">The account that will be.</param>
/// <param name="Request">The request's id.</param>
/// <param name="Kind">The kind of account.</param>
/// <param name="Agency">The unit.</param>
/// <param name="Groups">The rights asked for.</param>
/// <param name="UnitGroups">What may be given in the unit at most.</param>
/// <param name="Systems">The one-stop systems that serve the unit.</param>
/// <param name="Document">The document.</param>
/// <param name="CompleteAt">Since when the request is complete and valid in form.</param>
[MessageName("accounts.request-account.v1")]
public sealed record RequestAccount(
    AccountId Account,
    string Request,
    AccountKind Kind,
    AgencyCode Agency,
    GroupSet Groups,
    GroupSet UnitGroups,
    IReadOnlyList<string> Systems,
    OfficialDocument Document,
    DateTimeOffset CompleteAt);

/// <summary>A unit asked for other rights, a lock or an unlock of an account that it has (A10.1).</summary>
/// <param name="Account">The account.</param>
/// <param name="Request">The request's id.</param>
/// <param name="Kind">What is asked for; not a new account.</param>
/// <param name="Agency">The unit that asks.</param>
/// <param name="Groups">The rights asked for; none for a lock or an unlock.</param>
/// <param name="UnitGroups">What may be given in the unit at most.</param>
/// <param name="Document">The document.</param>
/// <param name="CompleteAt">Since when the request is complete and valid in form.</param>
[MessageName("accounts.request-change.v1")]
public sealed record RequestChange(
    AccountId Account,
    string Request,
    AccountRequestKind Kind,
    AgencyCode Agency,
    GroupSet Groups,
    GroupSet UnitGroups,
    OfficialDocument Document,
    DateTimeOffset CompleteAt);

/// <summary>TTDLQG has checked a request (A10.3a).</summary>
/// <param name="Account">The account.</param>
/// <param name="Request">The request.</param>
/// <param name="Valid">Whether it is valid; else it is refused with the reason.</param>
/// <param name="By">The account that checked.</param>
/// <param name="Reason">Why, without personal data; never empty for one that is not valid.</param>
[MessageName("accounts.check-request.v1")]
public sealed record CheckRequest(AccountId Account, string Request, bool Valid, string By, string Reason);

/// <summary>TTDLQG approves or refuses a request that was checked.</summary>
/// <param name="Account">The account.</param>
/// <param name="Request">The request.</param>
/// <param name="Approved">Whether it is approved.</param>
/// <param name="By">The account that decides.</param>
/// <param name="Reason">Why, without personal data; never empty for a refusal.</param>
[MessageName("accounts.decide-request.v1")]
public sealed record DecideRequest(AccountId Account, string Request, bool Approved, string By, string Reason);
