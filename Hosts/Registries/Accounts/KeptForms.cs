using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Registries.Accounts;

/// <summary>Keeps a unit's complete request as it came, sealed; for a system of TTDLQG <see cref="RequestAccount"/> or <see cref="RequestChange"/> goes with it.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Target">For which system.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Account">The account; null for one of the Department's systems, which is handed on (A10.5).</param>
/// <param name="Agency">The unit.</param>
/// <param name="Document">The electronic official document.</param>
/// <param name="Form">The request.</param>
/// <param name="From">The account of the system that sent it.</param>
/// <param name="At">When it was complete.</param>
public sealed record KeepRequestForm(
    string Id,
    AccountTarget Target,
    AccountRequestKind Kind,
    AccountId? Account,
    AgencyCode Agency,
    OfficialDocument Document,
    AccountRequestForm Form,
    string From,
    DateTimeOffset At);

/// <summary>What a one-stop system proposes (A12.5).</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ProposalKind>))]
public enum ProposalKind : byte
{
    /// <summary>A new account.</summary>
    Create = 1,

    /// <summary>Other groups.</summary>
    Groups = 2,

    /// <summary>Lock it: done at once.</summary>
    Lock = 3,

    /// <summary>Another profile.</summary>
    Profile = 4,
}

/// <summary>Where a proposal stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ProposalState>))]
public enum ProposalState : byte
{
    /// <summary>An administrator of the agency has to decide.</summary>
    Open = 1,

    /// <summary>Accepted: it comes back as a normal change.</summary>
    Accepted = 2,

    /// <summary>Refused with a reason.</summary>
    Refused = 3,
}

/// <summary>Keeps a proposal; what it says of a person is sealed.</summary>
/// <param name="System">The one-stop system.</param>
/// <param name="Id">The system's own id of the change.</param>
/// <param name="Kind">What is proposed.</param>
/// <param name="Account">The account; for a new one the identity that it will have.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups; null where none are proposed.</param>
/// <param name="Cause">Why access is taken; null where it is not.</param>
/// <param name="Reason">Why, without personal data.</param>
/// <param name="By">The officer's account there that proposes it.</param>
/// <param name="Profile">What it says of the person; null for nothing.</param>
/// <param name="DecidedBy">The rule that accepted it at once; null when an administrator decides.</param>
/// <param name="At">When it came.</param>
public sealed record KeepProposal(
    string System,
    string Id,
    ProposalKind Kind,
    AccountId Account,
    AgencyCode Agency,
    GroupSet? Groups,
    LockCause? Cause,
    string Reason,
    string By,
    NewAccountForm? Profile,
    string? DecidedBy,
    DateTimeOffset At)
{
    /// <summary>The record's key.</summary>
    public string Key => $"{System}/{Id}";
}

/// <summary>Keeps the decision on a proposal.</summary>
/// <param name="System">The one-stop system.</param>
/// <param name="Id">The system's own id of the change.</param>
/// <param name="Accepted">Whether it is accepted.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why; never empty for a refusal.</param>
/// <param name="At">When.</param>
public sealed record DecideProposal(string System, string Id, bool Accepted, string By, string Reason, DateTimeOffset At);

/// <summary>How forms are written before they are sealed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountRequestForm))]
[JsonSerializable(typeof(NewAccountForm))]
public sealed partial class AccountFormJson : JsonSerializerContext;
