using DichVuCong.Registries.Settings;

namespace DichVuCong.Operations.Hosting;

/// <summary>How operators sign in: section <c>Operations:SignIn</c>.</summary>
internal sealed record SignInOptions
{
    /// <summary>The issuer of the identity provider, below which its discovery document lies; empty for none.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Our name there.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Our secret there; empty for a client that has none and is known by PKCE alone.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What is asked for, after spaces.</summary>
    public string Scopes { get; init; } = "openid profile";

    /// <summary>The claim that holds the role, or several.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>What stands before the name of a role in that claim, as <c>dvc-</c> in <c>dvc-operator</c>; other values are other systems'.</summary>
    public string RolePrefix { get; init; } = "dvc-";

    /// <summary>The claim that holds the agency code of the scope.</summary>
    public string AgencyClaim { get; init; } = "agency";

    /// <summary>The value of <see cref="AgencyClaim"/> that means the whole tree. A missing claim never does.</summary>
    public string WholeTree { get; init; } = "*";

    /// <summary>The claim that holds the name that colleagues know.</summary>
    public string NameClaim { get; init; } = "name";

    /// <summary>Whether there is an identity provider.</summary>
    public bool IsConfigured => Authority.Length > 0;

    /// <summary>Refuses what cannot be.</summary>
    /// <exception cref="SettingsException">The message names the setting and the rule.</exception>
    public void Check(bool isDevelopment)
    {
        if (!IsConfigured)
        {
            if (!isDevelopment) throw new SettingsException("Operations:SignIn:Authority is not set: the issuer of the identity provider. There is no default outside Development.");
            return;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || authority.Scheme is not ("http" or "https"))
        {
            throw new SettingsException("Operations:SignIn:Authority must be an absolute http or https address.");
        }

        if (!isDevelopment && authority.Scheme != Uri.UriSchemeHttps) throw new SettingsException("Operations:SignIn:Authority must be https outside Development.");
        if (ClientId.Length == 0) throw new SettingsException("Operations:SignIn:ClientId is not set: our name at the identity provider.");
        if (!Scopes.Split(' ').Contains("openid")) throw new SettingsException("Operations:SignIn:Scopes must contain openid.");
        if (RoleClaim.Length == 0 || AgencyClaim.Length == 0 || WholeTree.Length == 0)
        {
            throw new SettingsException("Operations:SignIn: RoleClaim, AgencyClaim and WholeTree must not be empty.");
        }
    }
}
