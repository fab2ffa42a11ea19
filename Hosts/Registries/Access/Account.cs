using System.Net;

namespace DichVuCong.Registries.Access;

/// <summary>The kinds of account.</summary>
public enum AccountKind
{
    /// <summary>The portal.</summary>
    Portal,

    /// <summary>The dossier coordination system.</summary>
    Coordination,

    /// <summary>A one-stop system: it belongs to a system and may touch only what that serves.</summary>
    OneStop,

    /// <summary>An operator of the data center.</summary>
    Operator,
}

/// <summary>An account.</summary>
/// <param name="Name">The user name; for one-stop systems an agency's code.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="System">The one-stop system it belongs to; null for other kinds.</param>
/// <param name="PasswordHash">The hash of its password; null when it has none.</param>
/// <param name="TokenHash">SHA-256 of its token; null when it has none.</param>
/// <param name="Networks">
/// Networks from which the system's own proxy may call without a session, trusted because of the security server in between (1.4).
/// </param>
/// <param name="IsDevelopment">Made for development: refused everywhere else.</param>
public sealed record Account(
    string Name, AccountKind Kind, string? System, string? PasswordHash, byte[]? TokenHash, IReadOnlyList<IPNetwork> Networks, bool IsDevelopment)
{
    /// <summary>The secrets that are issued to it (A8.2d): two at most, so that one is replaced without a pause.</summary>
    public IReadOnlyList<AccountSecret> Secrets { get; init; } = [];

    /// <summary>The number of the secret by which it called or logged in; null for its own password or token.</summary>
    public int? CalledBy { get; init; }
}

/// <summary>A secret of a system-to-system account (A8.2d).</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hash">SHA-256 of it.</param>
/// <param name="EndsAt">When it ends, being replaced; null while it is the latest.</param>
public sealed record AccountSecret(int Number, byte[] Hash, DateTimeOffset? EndsAt);
