using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Accounts;

/// <summary>The door of accounts: section <c>Accounts</c> of the configuration (<c>Accounts__AcceptsProfiles</c> in the environment).</summary>
internal sealed record GatewayAccountOptions
{
    /// <summary>The domains of official e-mail (A10.2đ), each with everything below it.</summary>
    public IReadOnlyList<string> OfficialDomains { get; init; } = ["gov.vn"];

    /// <summary>Whether a one-stop system's change of a profile is accepted by rule (A12.5); else an administrator of the agency decides. Default true.</summary>
    public bool AcceptsProfiles { get; init; } = true;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One of them cannot be; the message names it and the rule.</exception>
    public static GatewayAccountOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Accounts");
        // A list of the configuration is added to the default: whoever names domains means these alone.
        var named = section.GetSection(nameof(OfficialDomains)).Get<string[]>();
        var options = new GatewayAccountOptions { AcceptsProfiles = section.GetValue(nameof(AcceptsProfiles), defaultValue: true) };
        if (named is { Length: > 0 }) options = options with { OfficialDomains = named };
        return options.OfficialDomains.All(domain => domain.Contains('.', StringComparison.Ordinal) && !domain.Contains('@', StringComparison.Ordinal))
            ? options
            : throw new SettingsException("Accounts:OfficialDomains names domains such as gov.vn.");
    }
}
