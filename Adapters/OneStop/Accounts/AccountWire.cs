using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;

namespace DichVuCong.Adapters.OneStop.Accounts;

/// <summary>
/// Where a one-stop system takes accounts and scopes: below its base address. The contract is ours (no public text has one) and in the path is
/// its version. Every call is JSON by POST, can be repeated, and is answered with what the system holds then.
/// </summary>
public static class AccountPaths
{
    /// <summary>An account as it stands: <see cref="OfficerBody"/>, answered by <see cref="OfficerHeld"/>.</summary>
    public const string Officers = "accounts/v1/officers";

    /// <summary>A scope as it stands: <see cref="ScopeChange"/>, answered by the same.</summary>
    public const string Scopes = "accounts/v1/scopes";

    /// <summary>The nodes of an agency's digest: <see cref="DigestQuestion"/>, answered by <see cref="DigestNodes"/>.</summary>
    public const string Nodes = "accounts/v1/digests/nodes";

    /// <summary>The officers of an agency's digest: <see cref="DigestQuestion"/>, answered by <see cref="DigestOfficers"/>.</summary>
    public const string DigestOfficers = "accounts/v1/digests/officers";

    /// <summary>Some officers as they are held: <see cref="HeldQuestion"/>, answered by <see cref="HeldOfficers"/>.</summary>
    public const string Held = "accounts/v1/officers/held";
}

/// <summary>An account as a system is told of it: the whole of what it may know. A version that is not newer than the one held changes nothing.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">Counts the changes.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Where it stands; access is on in <c>active</c> alone.</param>
/// <param name="Posts">The groups in the agencies that the system serves.</param>
/// <param name="Profile">Who it is; absent where the person has no post there any more.</param>
public sealed record OfficerBody(
    AccountId Account, int Version, AccountKind Kind, AccountState State, IReadOnlyList<OfficerPost> Posts, OfficerProfile? Profile);

/// <summary>A post.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Groups">The groups there.</param>
public sealed record OfficerPost(AgencyCode Agency, GroupSet Groups);

/// <summary>Who an officer is: personal data, for the systems of the officer's agencies alone.</summary>
/// <param name="Revision">Counts the changes of it.</param>
/// <param name="FullName">The name.</param>
/// <param name="PersonalId">The personal number.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Position">The position.</param>
/// <param name="Phone">The telephone.</param>
/// <param name="Email">The official mail address.</param>
public sealed record OfficerProfile(int Revision, string FullName, string PersonalId, string Unit, string Position, string Phone, string Email)
{
    /// <summary>A profile in clear.</summary>
    public static OfficerProfile Of(AccountProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new OfficerProfile(
            profile.Revision, profile.FullName.Reveal(), profile.PersonalId.Reveal(), profile.Unit.Value, profile.Position, profile.Phone.Reveal(), profile.Email.Reveal());
    }

    /// <inheritdoc/>
    public override string ToString() => "***";
}

/// <summary>What a system holds of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The version that it holds now.</param>
public sealed record OfficerHeld(AccountId Account, int Version);

/// <summary>A refusal.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Message">The reason, in Vietnamese, without personal data.</param>
public sealed record AccountRefusal(string? Code, string? Message);

/// <summary>A question for places of an agency's digest (<see cref="AgencyDigest"/>).</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Places">The places: empty for the root, up to three digits; at most <see cref="DigestComparison.MostPlaces"/>.</param>
public sealed record DigestQuestion(AgencyCode Agency, IReadOnlyList<string> Places);

/// <summary>The nodes under some places.</summary>
/// <param name="Root">The hash of all officers of the agency; empty for none.</param>
/// <param name="Nodes">For each place asked for sixteen hashes, in its order.</param>
public sealed record DigestNodes(string Root, IReadOnlyList<IReadOnlyList<string>> Nodes);

/// <summary>The officers of some buckets.</summary>
/// <param name="Officers">Each with its hash (<see cref="OfficerDigest"/>).</param>
public sealed record DigestOfficers(IReadOnlyDictionary<AccountId, string> Officers);

/// <summary>A question for some officers.</summary>
/// <param name="Accounts">The accounts; at most 20.</param>
public sealed record HeldQuestion(IReadOnlyList<AccountId> Accounts);

/// <summary>Some officers as they are held; whom the system does not have is left out.</summary>
/// <param name="Officers">The officers.</param>
public sealed record HeldOfficers(IReadOnlyList<HeldOfficer> Officers);

/// <summary>An officer as held.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The version of the account; 0 for none.</param>
/// <param name="Scopes">Every scope of which the system knows something, withdrawn ones with it.</param>
public sealed record HeldOfficer(AccountId Account, int Version, IReadOnlyList<ScopeChange> Scopes);

/// <summary>How accounts and scopes are written between the two sides.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OfficerBody))]
[JsonSerializable(typeof(OfficerHeld))]
[JsonSerializable(typeof(ScopeChange))]
[JsonSerializable(typeof(AccountRefusal))]
[JsonSerializable(typeof(DigestQuestion))]
[JsonSerializable(typeof(DigestNodes))]
[JsonSerializable(typeof(DigestOfficers))]
[JsonSerializable(typeof(HeldQuestion))]
[JsonSerializable(typeof(HeldOfficers))]
public sealed partial class AccountWireJson : JsonSerializerContext;
