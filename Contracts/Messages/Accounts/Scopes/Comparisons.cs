using System.Text.Json.Serialization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Contracts.Accounts.Scopes;

/// <summary>Watches an agency: it is compared with its system at fixed times from now on. The same again changes nothing.</summary>
/// <param name="System">The one-stop system.</param>
/// <param name="Agency">The agency.</param>
[MessageName("accounts.watch-drift.v1")]
public sealed record WatchDrift(string System, AgencyCode Agency);

/// <summary>Compares an agency at once.</summary>
/// <param name="System">The one-stop system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="By">Who asks for it.</param>
[MessageName("accounts.compare-agency.v1")]
public sealed record CompareAgency(string System, AgencyCode Agency, string By);

/// <summary>Compare our digest of an agency with that of its system, and say who differs. It changes nothing on either side.</summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Run">Counts the comparisons of the agency.</param>
[MessageName("accounts.compare-digests.v1")]
public sealed record CompareDigests(string System, AgencyCode Agency, int Run);

/// <summary>An officer whom the two sides hold differently.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The version of the account that the system holds; 0 for none.</param>
/// <param name="IsOurs">Whether we have an account of that identity.</param>
/// <param name="Theirs">The scopes as the system holds them.</param>
/// <param name="OursAlone">The procedures of which we know something, and the system nothing.</param>
public sealed record DifferingOfficer(
    AccountId Account, int Version, bool IsOurs, IReadOnlyList<ScopeChange> Theirs, IReadOnlyList<ProcedureCode> OursAlone);

/// <summary>What a comparison found.</summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Run">Which comparison.</param>
/// <param name="Ours">Our digest; empty when we have no officer there.</param>
/// <param name="Theirs">The system's.</param>
/// <param name="Differing">How many officers differ.</param>
/// <param name="Officers">Some of them: the rest comes with the next comparison.</param>
[MessageName("accounts.digests-compared.v1")]
public sealed record DigestsCompared(
    string System, AgencyCode Agency, int Run, string Ours, string Theirs, int Differing, IReadOnlyList<DifferingOfficer> Officers);

/// <summary>The system does not answer comparisons.</summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Run">Which comparison.</param>
/// <param name="Reason">Its words.</param>
[MessageName("accounts.comparison-refused.v1")]
public sealed record ComparisonRefused(string System, AgencyCode Agency, int Run, string Reason);

/// <summary>Tells a one-stop system once more how an account stands: a comparison found that it holds something else.</summary>
/// <param name="Account">The account.</param>
/// <param name="System">The system.</param>
/// <param name="Version">The version that it holds. Ours goes beyond it, should we have been rolled back to a backup.</param>
[MessageName("accounts.tell-system-again.v1")]
public sealed record TellSystemAgain(AccountId Account, string System, int Version);

/// <summary>
/// A one-stop system holds an officer whom we do not know, so it cannot be told how the account stands: an operator has to look.
/// </summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Account">The identity that it names.</param>
[MessageName("accounts.stray-officer-found.v1")]
public sealed record StrayOfficerFound(string System, AgencyCode Agency, AccountId Account);

/// <summary>The two sides had drifted apart; what differs is being repaired.</summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Run">Which comparison.</param>
/// <param name="Officers">How many officers differ.</param>
[MessageName("accounts.drift-found.v1")]
public sealed record DriftFound(string System, AgencyCode Agency, int Run, int Officers);

/// <summary>Updates the row of an agency's comparisons.</summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Run">Which comparison.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Ours">Our digest.</param>
/// <param name="Theirs">The system's.</param>
/// <param name="Differing">How many officers differed when it was last compared.</param>
/// <param name="Found">How many officers were found to differ since the agency is watched.</param>
/// <param name="At">When.</param>
[MessageName("accounts.update-comparison-row.v1")]
public sealed record UpdateComparisonRow(
    string System, AgencyCode Agency, int Run, ComparisonState State, string? Ours, string? Theirs, int Differing, long Found, DateTimeOffset At);

/// <summary>Where the comparison of an agency stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ComparisonState>))]
public enum ComparisonState : byte
{
    /// <summary>It is under way.</summary>
    Asked = 1,

    /// <summary>Both sides were equal.</summary>
    Equal = 2,

    /// <summary>They differed; it is being repaired, and compared again.</summary>
    Repairing = 3,

    /// <summary>They still differ after some repairs: an operator has to look; the next comparison tries again.</summary>
    Differing = 4,

    /// <summary>The system does not answer comparisons.</summary>
    Refused = 5,
}
