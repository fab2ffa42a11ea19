using DichVuCong.Registries.Settings;

namespace DichVuCong.Operations.Hosting;

/// <summary>How the screen behaves: section <c>Operations</c> of the configuration (<c>Operations__SessionIdleMinutes</c> in the environment).</summary>
internal sealed record OperationsOptions
{
    /// <summary>The longest body of a form: an edited message is the longest of them.</summary>
    public const long BodyBytes = 1_000_000;

    /// <summary>Minutes without a page or an action after which a session ends; what updates itself does not count.</summary>
    public int SessionIdleMinutes { get; init; } = 15;

    /// <summary>Hours after which a session ends in any case: a shift, and its handing over.</summary>
    public int SessionHours { get; init; } = 10;

    /// <summary>The identity provider; without an authority nobody can sign in but in Development.</summary>
    public SignInOptions SignIn { get; init; } = new();

    /// <summary>Where operators reach the screen.</summary>
    public Uri PublicUrl { get; init; } = new("http://127.0.0.1");

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One of them is missing or cannot be; the message names it and the rule.</exception>
    public static OperationsOptions Read(IConfiguration configuration, HostSettings settings)
    {
        OperationsOptions options;
        try
        {
            options = configuration.GetSection("Operations").Get<OperationsOptions>() ?? new OperationsOptions();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingsException($"Operations: {problem.Message}");
        }

        if (options.SessionIdleMinutes is < 1 or > 480) throw new SettingsException("Operations:SessionIdleMinutes is 1 to 480.");
        if (options.SessionHours is < 1 or > 24) throw new SettingsException("Operations:SessionHours is 1 to 24.");
        var address = settings.OperationsUrl ?? throw new SettingsException(
            "DVC_OPERATIONS_URL is not set: the address at which operators reach the screen. There is no default outside Development.");
        if (!settings.IsDevelopment && address.Scheme != Uri.UriSchemeHttps) throw new SettingsException("DVC_OPERATIONS_URL must be https outside Development.");
        options.SignIn.Check(settings.IsDevelopment);
        return options with { PublicUrl = address };
    }
}
