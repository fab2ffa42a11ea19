using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;

namespace DichVuCong.Adapters.OneStop.Accounts;

/// <summary>Where the profiles of accounts are kept.</summary>
public interface IAccountProfiles
{
    /// <summary>A revision of a profile; null when there is none.</summary>
    Task<AccountProfile?> OpenAsync(AccountId account, int revision, CancellationToken cancellationToken);
}

/// <summary>Our side of a comparison.</summary>
public interface IAgencyOfficers
{
    /// <summary>The officers of an agency whom a system should hold, each with the hash (<c>OfficerDigest</c>) and whether something of it is still on its way.</summary>
    Task<IReadOnlyList<DigestedOfficer>> ReadAsync(string system, AgencyCode agency, CancellationToken cancellationToken);

    /// <summary>Of some accounts those that we have, with the procedures of which we know something towards the system.</summary>
    Task<IReadOnlyDictionary<AccountId, IReadOnlyList<ProcedureCode>>> KnownAsync(string system, IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken);
}

/// <summary>An officer in a digest of ours.</summary>
/// <param name="Account">The account.</param>
/// <param name="Hash">The hash.</param>
/// <param name="IsUnderWay">Whether the system has not confirmed the last of it yet: it cannot be equal, and is no drift.</param>
public sealed record DigestedOfficer(AccountId Account, string Hash, bool IsUnderWay);
