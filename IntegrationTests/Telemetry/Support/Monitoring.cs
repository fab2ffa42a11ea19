using System.Text.Json;
using System.Text.RegularExpressions;

namespace DichVuCong.Telemetry.Tests.Support;

/// <summary>The files beside the hosts: dashboard, alerts, and the page that explains them.</summary>
internal static partial class Monitoring
{
    private static readonly string Folder = Find();

    public static string Page => File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static string Alerts => File.ReadAllText(Path.Combine(Folder, "alerts.yaml"));

    public static JsonDocument Dashboard() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dichvucong.json")));

    /// <summary>Every expression of the dashboard and of the alerts, with where it stands.</summary>
    public static IEnumerable<(string Where, string Expression)> Expressions()
    {
        using var dashboard = Dashboard();
        foreach (var panel in dashboard.RootElement.GetProperty("panels").EnumerateArray())
        {
            if (!panel.TryGetProperty("targets", out var targets)) continue;
            foreach (var target in targets.EnumerateArray()) yield return (panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!);
        }

        foreach (Match alert in Alert().Matches(Alerts)) yield return (alert.Groups["name"].Value, alert.Groups["expression"].Value);
    }

    /// <summary>The alerts, each with all of its text.</summary>
    public static IReadOnlyList<(string Name, string Text)> AlertTexts() =>
        [.. Alerts.Split("- alert: ").Skip(1).Select(text => (text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim(), text))];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "build", "dashboards"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests has build/dashboards."), "build", "dashboards");
    }

    [GeneratedRegex(@"- alert: (?<name>\w+)\s+expr: (>-)?(?<expression>[^#]*?)\n +(for|labels):", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Alert();
}
