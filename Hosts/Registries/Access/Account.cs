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
    string Name, AccountKind Kind, string? System, string? PasswordHash, byte[]? TokenHash, IReadOnlyList<IPNetwork> Networks, bool IsDevelopment);
