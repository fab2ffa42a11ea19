using System.Globalization;
using System.Net;
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

    /// <summary>
    /// The hosts from which files of dossiers are fetched: DVC_FILE_HOSTS, names after commas, <c>*.example.vn</c> for every name below one.
    /// In Development this machine is one of them. Without any, no dossier with files is taken.
    /// </summary>
    public IReadOnlyList<string> FileHosts { get; init; } = [];

    /// <summary>
    /// The networks of proxies in front of the Gateway, whose X-Forwarded-For is believed: DVC_TRUSTED_PROXIES, <c>10.1.0.0/16</c> after commas.
    /// Without any, a caller's address is that of his connection.
    /// </summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Where large files are kept while they are passed on: DVC_SPOOL; the machine's folder for temporary files when it is not set.</summary>
    public string SpoolFolder { get; init; } = Path.Combine(Path.GetTempPath(), "dvc-spool");

    /// <summary>The folder for archived months of the journal, the same for all hosts: DVC_ARCHIVE. Without it nothing is archived by itself.</summary>
    public string? ArchiveFolder { get; init; }

    /// <summary>Where operators reach the screen: DVC_OPERATIONS_URL. In Development this machine at its port; outside, the screen's host demands it.</summary>
    public Uri? OperationsUrl { get; init; }

    /// <summary>The port of the Gateway.</summary>
    public int GatewayPort => PortBase;

    /// <summary>The port of the operators' screen, counted from the first.</summary>
    public const int OperationsOffset = 4;

    /// <summary>The port of the operators' screen.</summary>
    public int OperationsPort => PortBase + OperationsOffset;

    /// <summary>The Sandbox's port, counted from the first.</summary>
    public const int SandboxOffset = 2;

    /// <summary>The port of the Sandbox.</summary>
    public int SandboxPort => PortBase + SandboxOffset;

    /// <summary>The port of the Sandbox's mail server.</summary>
    public int SandboxMailPort => PortBase + 25;

    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    /// <exception cref="SettingsException">Something is missing or may not be used here; the message names the variable and the rule.</exception>
    public static HostSettings Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var isDevelopment = SaysDevelopment(variable);
        var portBase = ReadPortBase(variable);
        var keys = ReadDataKeys(variable, isDevelopment);
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
            FileHosts = ReadHosts(variable("DVC_FILE_HOSTS")),
            TrustedProxies = ReadNetworks(variable("DVC_TRUSTED_PROXIES")),
            OperationsUrl = ReadOperationsUrl(variable("DVC_OPERATIONS_URL"), isDevelopment ? portBase : null),
            ArchiveFolder = variable("DVC_ARCHIVE") is { Length: > 0 } archive ? archive : null,
            SpoolFolder = variable("DVC_SPOOL") is { Length: > 0 } spool ? spool : Path.Combine(Path.GetTempPath(), "dvc-spool"),
        };
    }

    private static Uri? ReadOperationsUrl(string? text, int? developmentBase)
    {
        if (string.IsNullOrWhiteSpace(text)) return developmentBase is { } first ? new Uri($"http://127.0.0.1:{first + OperationsOffset}") : null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/"
            ? address
            : throw new SettingsException("DVC_OPERATIONS_URL must be an absolute http or https address without a path.");
    }

    private static string[] ReadHosts(string? text)
    {
        var hosts = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.All(host => Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Unknown)
            ? hosts
            : throw new SettingsException("DVC_FILE_HOSTS must hold names of hosts after commas, such as files.dichvucong.gov.vn,*.example.vn.");
    }

    private static IReadOnlyList<IPNetwork> ReadNetworks(string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(network =>
            IPNetwork.TryParse(network, out var parsed)
                ? parsed
                : throw new SettingsException("DVC_TRUSTED_PROXIES must hold networks after commas, such as 10.1.0.0/16,192.0.2.7/32.")),
    ];

    /// <summary>Whether the environment says that this is Development; unsaid is Production.</summary>
    public static bool SaysDevelopment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var environment = variable("DVC_ENVIRONMENT") ?? variable("DOTNET_ENVIRONMENT") ?? variable("ASPNETCORE_ENVIRONMENT");
        return string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The keys that seal personal data.</summary>
    /// <exception cref="SettingsException">They are not set, or are those of development outside Development.</exception>
    public static string ReadDataKeys(Func<string, string?> variable, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var keys = variable("DVC_DATA_KEYS");
        if (string.IsNullOrWhiteSpace(keys)) return isDevelopment ? KeyRing.Development : throw Missing("DVC_DATA_KEYS", "the keys that seal personal data");
        return isDevelopment || !keys.Contains(KeyRing.Development[2..], StringComparison.Ordinal)
            ? keys
            : throw new SettingsException("DVC_DATA_KEYS holds the development key, which is public: refused outside Development.");
    }

    /// <summary>The first of the ports.</summary>
    /// <exception cref="SettingsException">It is none.</exception>
    public static int ReadPortBase(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var text = variable("DVC_PORT_BASE");
        if (string.IsNullOrWhiteSpace(text)) return 8080;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1024 and <= 65000
            ? port
            : throw new SettingsException("DVC_PORT_BASE must be a number from 1024 to 65000.");
    }

    private static SettingsException Missing(string name, string what) => new($"{name} is not set: {what}. There is no default outside Development.");
}

/// <summary>A setting is missing or may not be used here.</summary>
public sealed class SettingsException(string message) : Exception(message);
