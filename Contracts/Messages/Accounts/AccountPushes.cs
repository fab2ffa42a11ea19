using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts;

/// <summary>A person's post: the groups in one agency.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Systems">The one-stop systems that serve it, in the alphabet's order.</param>
public sealed record AccountPost(AgencyCode Agency, GroupSet Groups, IReadOnlyList<string> Systems);

/// <summary>How far a one-stop system is with an account.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PushState>))]
public enum PushState : byte
{
    /// <summary>The change is on its way.</summary>
    Sent = 1,

    /// <summary>The system has it.</summary>
    Confirmed = 2,

    /// <summary>The system refused it.</summary>
    Refused = 3,
}

/// <summary>
/// Tell a one-stop system how an account stands. It is the whole of what the system may know, not a difference: a later version makes every
/// earlier one superfluous, and the same one again changes nothing.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="System">The system.</param>
/// <param name="Version">The account's version.</param>
/// <param name="Profile">The revision of the profile to send with it.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Posts">The posts in the agencies that the system serves; none when the person has left them all.</param>
[MessageName("accounts.push-account.v1")]
public sealed record PushAccount(
    AccountId Account, string System, int Version, int Profile, AccountKind Kind, AccountState State, IReadOnlyList<AccountPost> Posts);

/// <summary>The system has the account in this version, or in a later one.</summary>
/// <param name="Account">The account.</param>
/// <param name="System">The system.</param>
/// <param name="Version">The version.</param>
[MessageName("accounts.account-pushed.v1")]
public sealed record AccountPushed(AccountId Account, string System, int Version);

/// <summary>The system refused the account in this version.</summary>
/// <param name="Account">The account.</param>
/// <param name="System">The system.</param>
/// <param name="Version">The version.</param>
/// <param name="Reason">Its words, without personal data.</param>
[MessageName("accounts.account-push-refused.v1")]
public sealed record AccountPushRefused(AccountId Account, string System, int Version, string Reason);
