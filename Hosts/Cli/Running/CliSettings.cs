using DichVuCong.Registries.Sealing;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Cli.Running;

/// <summary>What the commands are told by the environment. Each is asked for only by the commands that need it.</summary>
internal sealed class CliSettings(Func<string, string?> variable)
{
    /// <summary>Whether this is Development; unsaid is Production.</summary>
    public bool IsDevelopment { get; } = HostSettings.SaysDevelopment(variable);

    /// <summary>The connection string: DVC_POSTGRES, or the private cluster of this checkout.</summary>
    /// <exception cref="SettingsException">There is neither.</exception>
    public string Postgres => variable("DVC_POSTGRES") is { Length: > 0 } given
        ? PostgresAddress.ToConnectionString(given)
        : PrivateCluster.ConnectionString(variable("DVC_HOME"));

    /// <summary>The keys that seal personal data.</summary>
    /// <exception cref="SettingsException">They are not set, or may not be used here.</exception>
    public KeyRing Keys => KeyRing.Parse(HostSettings.ReadDataKeys(variable, IsDevelopment));

    /// <summary>The folder of archived months of the journal: DVC_ARCHIVE; null when it is not set.</summary>
    public string? ArchiveFolder => variable("DVC_ARCHIVE") is { Length: > 0 } folder ? folder : null;

    /// <summary>The first of the ports.</summary>
    public int PortBase => HostSettings.ReadPortBase(variable);

    /// <summary>Where the Gateway answers on this machine.</summary>
    public Uri Gateway => new($"http://127.0.0.1:{PortBase}");

    /// <summary>Where the Sandbox answers on this machine.</summary>
    public Uri Sandbox => new($"http://127.0.0.1:{PortBase + HostSettings.SandboxOffset}");

    /// <summary>Refuses what only Development may do.</summary>
    public void RequireDevelopment(string what)
    {
        if (!IsDevelopment) throw new SettingsException($"{what} is refused outside Development (DVC_ENVIRONMENT=Development says that this is it).");
    }
}
