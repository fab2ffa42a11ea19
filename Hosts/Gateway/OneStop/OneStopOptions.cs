using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.OneStop;

/// <summary>
/// The settings of the one-stop wire: section <c>OneStop</c> of the configuration (<c>OneStop__LoginPath</c> in the environment). No source
/// names the portal's own paths and limits, so every one of them is a setting (<c>one-stop-and-portal-wire.md</c> 1.1, 1.4, 10).
/// </summary>
internal sealed record OneStopOptions
{
    /// <summary>Where systems log in (1.2).</summary>
    public string LoginPath { get; init; } = "/mapi/login";

    /// <summary>The sharing endpoint (1.2).</summary>
    public string SharePath { get; init; } = "/mapi/share";

    /// <summary>The integration endpoint (1.2).</summary>
    public string IntegrationPath { get; init; } = "/mapi/integration";

    /// <summary>The services of the sharing endpoint; empty for all, since clients differ in what they post where (1.2).</summary>
    public IReadOnlyList<string> ShareServices { get; init; } = [];

    /// <summary>The services of the integration endpoint; empty for all.</summary>
    public IReadOnlyList<string> IntegrationServices { get; init; } = [];

    /// <summary>The base of a province's proxy of the first shape (1.4); the service follows.</summary>
    public string SynsPath { get; init; } = "/api/SynsTTHCC";

    /// <summary>The base of a province's proxy of the second shape (1.4); the service follows.</summary>
    public string ProxyPath { get; init; } = "/KetNoiMotCuaQuocGia";

    /// <summary>The proxy's address for new dossiers: DongBoHoSoMC with isUpdating False.</summary>
    public string ProxyCreatePath { get; init; } = "/KetNoiMotCuaQuocGia/ThemMoiHoSo";

    /// <summary>The proxy's address for dossiers that are known: DongBoHoSoMC with isUpdating True.</summary>
    public string ProxyUpdatePath { get; init; } = "/KetNoiMotCuaQuocGia/CapNhatHoSo";

    /// <summary>The proxy's address for progress rows: CapNhatTienDoHoSoMC.</summary>
    public string ProxyProgressPath { get; init; } = "/KetNoiMotCuaQuocGia/DongBoTienTrinh";

    /// <summary>The dstcodes that are ours; empty for any that is well-formed.</summary>
    public IReadOnlyList<string> DstCodes { get; init; } = [];

    /// <summary>The error_code of "already exists": 3 or -3 (1.3).</summary>
    public int ExistsCode { get; init; } = 3;

    /// <summary>Dossiers, rows and questions of one system in a second.</summary>
    public int ItemsPerSecond { get; init; } = 200;

    /// <summary>The same at once, after a pause: a call may hold 500.</summary>
    public int Burst { get; init; } = 2000;

    /// <summary>Failed logins of one user from one address, after which both wait out the window.</summary>
    public int LoginFailures { get; init; } = 5;

    /// <summary>How long failed logins are remembered.</summary>
    public TimeSpan LoginFailureWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Days after which a dossier that comes in for the first time is a part of somebody's backlog, and waits behind the fresh ones.</summary>
    public int BacklogDays { get; init; } = 3;

    /// <summary>Days for which what status 6 lists can be paid: the wire names no end.</summary>
    public int PaymentDays { get; init; } = 30;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One of them cannot be; the message names it and the rule.</exception>
    public static OneStopOptions Read(IConfiguration configuration)
    {
        OneStopOptions options;
        try
        {
            options = configuration.GetSection("OneStop").Get<OneStopOptions>() ?? new OneStopOptions();
        }
        catch (InvalidOperationException problem)
        {
            throw new SettingsException($"OneStop: {problem.Message}");
        }

        var problems = options.Problems().ToList();
        return problems.Count == 0 ? options : throw new SettingsException(string.Join(Environment.NewLine, problems));
    }

    private IEnumerable<string> Problems()
    {
        foreach (var (name, path) in Paths.Where(row => !row.Path.StartsWith('/') || row.Path.Contains('{') || row.Path.Length < 2))
        {
            yield return $"OneStop:{name} is '{path}': a path begins with / and has no placeholders.";
        }

        foreach (var group in Paths.GroupBy(row => row.Path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return $"OneStop: {string.Join(", ", group.Select(row => row.Name))} are the same path '{group.Key}'.";
        }

        foreach (var name in ShareServices.Concat(IntegrationServices).Where(name => !OneStopServices.IsKnown(name)))
        {
            yield return $"OneStop:ShareServices and IntegrationServices name services of the contract; '{name}' is none.";
        }

        if (ExistsCode is not (3 or -3)) yield return "OneStop:ExistsCode is 3 or -3.";
        if (ItemsPerSecond < 10) yield return "OneStop:ItemsPerSecond is at least 10: quotas fill up every tenth of a second.";
        foreach (var (name, value) in Counts.Where(row => row.Value < 1)) yield return $"OneStop:{name} is at least 1.";
        if (PaymentDays is < 1 or > 366) yield return "OneStop:PaymentDays is 1 to 366.";
        if (LoginFailureWindow <= TimeSpan.Zero) yield return "OneStop:LoginFailureWindow is longer than nothing.";
    }

    private IEnumerable<(string Name, string Path)> Paths =>
    [
        (nameof(LoginPath), LoginPath), (nameof(SharePath), SharePath), (nameof(IntegrationPath), IntegrationPath), (nameof(SynsPath), SynsPath),
        (nameof(ProxyPath), ProxyPath), (nameof(ProxyCreatePath), ProxyCreatePath), (nameof(ProxyUpdatePath), ProxyUpdatePath),
        (nameof(ProxyProgressPath), ProxyProgressPath),
    ];

    private IEnumerable<(string Name, int Value)> Counts =>
    [
        (nameof(Burst), Burst), (nameof(LoginFailures), LoginFailures), (nameof(BacklogDays), BacklogDays),
    ];
}
