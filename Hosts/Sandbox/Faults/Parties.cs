namespace DichVuCong.Sandbox.Faults;

/// <summary>The names of the parties.</summary>
internal static class Parties
{
    /// <summary>The SMS provider.</summary>
    public const string Sms = "sms";

    /// <summary>The mail server.</summary>
    public const string Email = "email";

    /// <summary>VNPost.</summary>
    public const string Post = "vnpost";

    /// <summary>The portal's file store.</summary>
    public const string PortalFiles = "portal-files";

    /// <summary>VNeID.</summary>
    public const string Vneid = "vneid";

    /// <summary>The portal's broker.</summary>
    public const string Broker = "broker";

    /// <summary>The national service platform.</summary>
    public const string NationalData = "national-data";

    /// <summary>All one-stop systems.</summary>
    public const string AllOneStop = OneStopPrefix + "*";

    /// <summary>All banks and intermediaries.</summary>
    public const string AllBanks = BankPrefix + "*";

    private const string OneStopPrefix = "onestop:";
    private const string BankPrefix = "bank:";
    private const string MinistryPrefix = "ministry:";

    /// <summary>The party that a bank or intermediary is.</summary>
    public static string Bank(string name) => BankPrefix + name;

    /// <summary>The party that a ministry's system is in payments.</summary>
    public static string Ministry(string partner) => MinistryPrefix + partner;

    /// <summary>The party that a one-stop system is.</summary>
    public static string OneStop(string system) => OneStopPrefix + system;

    /// <summary>The code of the system that a party is; null when it is none.</summary>
    public static string? SystemOf(string party) => party.StartsWith(OneStopPrefix, StringComparison.Ordinal) ? party[OneStopPrefix.Length..] : null;

    /// <summary>The name for all parties of a party's kind; null when it is alone of its kind.</summary>
    public static string? AllOf(string party) =>
        SystemOf(party) is not null ? AllOneStop : party.StartsWith(BankPrefix, StringComparison.Ordinal) ? AllBanks : null;

    /// <summary>What kind a party is; none when there is no such party.</summary>
    /// <param name="party">Its name.</param>
    /// <param name="isSystem">Whether a code is that of a one-stop system.</param>
    /// <param name="isBank">Whether a name is that of a bank.</param>
    /// <param name="isMinistry">Whether a code is that of a ministry's system.</param>
    public static FaultParties KindOf(string party, Func<string, bool> isSystem, Func<string, bool> isBank, Func<string, bool> isMinistry) => party switch
    {
        Sms => FaultParties.Sms,
        Email => FaultParties.Email,
        Post => FaultParties.VnPost,
        PortalFiles => FaultParties.PortalFiles,
        Vneid => FaultParties.Vneid,
        Broker => FaultParties.Broker,
        NationalData => FaultParties.NationalData,
        AllOneStop => FaultParties.OneStop,
        AllBanks => FaultParties.Bank,
        _ when NameIn(party, BankPrefix) is { } bank => isBank(bank) ? FaultParties.Bank : FaultParties.None,
        _ when NameIn(party, MinistryPrefix) is { } partner => isMinistry(partner) ? FaultParties.Ministry : FaultParties.None,
        _ => SystemOf(party) is { } system && isSystem(system) ? FaultParties.OneStop : FaultParties.None,
    };

    private static string? NameIn(string party, string prefix) => party.StartsWith(prefix, StringComparison.Ordinal) ? party[prefix.Length..] : null;
}
