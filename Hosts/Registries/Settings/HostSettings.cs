using System.Globalization;
using DichVuCong.Registries.Sealing;

namespace DichVuCong.Registries.Settings;

/// <summary>
/// What every host is told by its environment. Development defaults exist so that a newcomer needs nothing; outside Development each of them
/// is refused by name.
/// </summary>
public sealed record HostSettings
{
    /// <summary>The connection string: DVC_POSTGRES.</summary>
    public required string Postgres { get; init; }

    /// <summary>The keys that seal personal data: DVC_DATA_KEYS.</summary>
    public required string DataKeys { get; init; }

    /// <summary>Whether this is Development: DVC_ENVIRONMENT (or DOTNET_ENVIRONMENT) says so; unsaid is Production.</summary>
    public required bool IsDevelopment { get; init; }

    /// <summary>The first of the ports, 8080 unless DVC_PORT_BASE says otherwise: Gateway; then Operations and Sandbox.</summary>
    public required int PortBase { get; init; }

    /// <summary>Where partners and citizens reach the Gateway: DVC_PUBLIC_URL; links of files begin with it.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The port of the Gateway.</summary>
    public int GatewayPort => PortBase;

    /// <summary>The port of the Sandbox.</summary>
    public int SandboxPort => PortBase + 2;

    /// <summary>The port of the Sandbox's mail server.</summary>
    public int SandboxMailPort => PortBase + 25;

    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="SettingsException">Something is missing or may not be used here; the message names the variable and the rule.</exception>
    public static HostSettings Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var environment = variable("DVC_ENVIRONMENT") ?? variable("DOTNET_ENVIRONMENT") ?? variable("ASPNETCORE_ENVIRONMENT") ?? "Production";
        var isDevelopment = string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase);
        var portBase = ReadPort(variable("DVC_PORT_BASE"));
        var keys = variable("DVC_DATA_KEYS");
        if (string.IsNullOrWhiteSpace(keys)) keys = isDevelopment ? KeyRing.Development : throw Missing("DVC_DATA_KEYS", "the keys that seal personal data");
        if (!isDevelopment && keys.Contains(KeyRing.Development[2..], StringComparison.Ordinal))
        {
            throw new SettingsException("DVC_DATA_KEYS holds the development key, which is public: refused outside Development.");
        }

        var publicUrl = variable("DVC_PUBLIC_URL");
        if (string.IsNullOrWhiteSpace(publicUrl))
        {
            publicUrl = isDevelopment
                ? $"http://127.0.0.1:{portBase}"
                : throw Missing("DVC_PUBLIC_URL", "the address at which partners reach the Gateway");
        }

        return new HostSettings
        {
            Postgres = variable("DVC_POSTGRES") is { Length: > 0 } postgres
                ? PostgresAddress.ToConnectionString(postgres)
                : throw Missing("DVC_POSTGRES", "the connection string of PostgreSQL"),
            DataKeys = keys,
            IsDevelopment = isDevelopment,
            PortBase = portBase,
            PublicUrl = Uri.TryCreate(publicUrl, UriKind.Absolute, out var uri)
                ? uri
                : throw new SettingsException("DVC_PUBLIC_URL must be an absolute address."),
        };
    }

    private static int ReadPort(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return 8080;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1024 and <= 65000
            ? port
            : throw new SettingsException("DVC_PORT_BASE must be a number from 1024 to 65000.");
    }

    private static SettingsException Missing(string name, string what) => new($"{name} is not set: {what}. There is no default outside Development.");
}

/// <summary>A setting is missing or may not be used here.</summary>
public sealed class SettingsException(string message) : Exception(message);
