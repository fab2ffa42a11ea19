namespace DichVuCong.Sandbox.Faults;

/// <summary>The names of the parties.</summary>
internal static class Parties
{
    /// <summary>The SMS provider.</summary>
    public const string Sms = "sms";

    /// <summary>The mail server.</summary>
    public const string Email = "email";

    /// <summary>The portal's file store.</summary>
    public const string PortalFiles = "portal-files";

    /// <summary>All one-stop systems.</summary>
    public const string AllOneStop = OneStopPrefix + "*";

    private const string OneStopPrefix = "onestop:";

    /// <summary>The party that a one-stop system is.</summary>
    public static string OneStop(string system) => OneStopPrefix + system;

    /// <summary>The code of the system that a party is; null when it is none.</summary>
    public static string? SystemOf(string party) => party.StartsWith(OneStopPrefix, StringComparison.Ordinal) ? party[OneStopPrefix.Length..] : null;

    /// <summary>The name for all parties of a party's kind; null when it is alone of its kind.</summary>
    public static string? AllOf(string party) => SystemOf(party) is null ? null : AllOneStop;

    /// <summary>What kind a party is; none when there is no such party.</summary>
    /// <param name="party">Its name.</param>
    /// <param name="isSystem">Whether a code is that of a one-stop system.</param>
    public static FaultParties KindOf(string party, Func<string, bool> isSystem) => party switch
    {
        Sms => FaultParties.Sms,
        Email => FaultParties.Email,
        PortalFiles => FaultParties.PortalFiles,
        AllOneStop => FaultParties.OneStop,
        _ => SystemOf(party) is { } system && isSystem(system) ? FaultParties.OneStop : FaultParties.None,
    };
}
