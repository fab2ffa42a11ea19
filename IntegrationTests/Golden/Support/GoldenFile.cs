using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DichVuCong.Golden.Tests.Support;

/// <summary>One recorded file: <c>Stored/histories/dossiers/ordinary.v2.json</c>. Versions stand beside each other; the highest counts.</summary>
/// <param name="Folder">The folder below <c>Stored</c>.</param>
/// <param name="Name">The name without version.</param>
/// <param name="Version">The version, from 1.</param>
internal sealed partial record GoldenFile(string Folder, string Name, int Version)
{
    public string Path => System.IO.Path.Combine(GoldenFolder.Path, Folder, $"{Name}.v{Version}.json");

    public string Text => File.ReadAllText(Path);

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>All versions of all files of a folder.</summary>
    public static IReadOnlyList<GoldenFile> In(string folder)
    {
        var path = System.IO.Path.Combine(GoldenFolder.Path, folder);
        if (!Directory.Exists(path)) return [];
        return
        [
            .. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)
                .Select(file => NamePattern().Match(System.IO.Path.GetFileName(file)))
                .Select(name => new GoldenFile(folder, name.Groups["name"].Value, int.Parse(name.Groups["version"].ValueSpan, CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The version of each name that counts.</summary>
    public static IReadOnlyList<GoldenFile> LatestIn(string folder) => [.. In(folder).GroupBy(file => file.Name).Select(versions => versions.MaxBy(file => file.Version)!)];

    /// <summary>Compares what is with what was recorded; when recording, writes what differs as the next version.</summary>
    public static void Check(string folder, string name, JsonNode actual)
    {
        var latest = LatestIn(folder).FirstOrDefault(file => file.Name == name);
        var text = GoldenFolder.Text(actual);
        if (latest is not null && latest.Text == text) return;
        if (GoldenFolder.Records)
        {
            var next = new GoldenFile(folder, name, (latest?.Version ?? 0) + 1);
            GoldenFolder.WriteNew(next.Path, text);
            Assert.Inconclusive($"Recorded as {folder}/{name}.v{next.Version}.json: read it before it is committed.");
        }

        Assert.Fail(latest is null
            ? $"Nothing is recorded as {folder}/{name}; see IntegrationTests/Golden/README.md."
            : $"What is differs from {folder}/{name}.v{latest.Version}.json (- recorded, + now); see IntegrationTests/Golden/README.md.\n{LineDiff.Of(latest.Text, text)}");
    }

    public override string ToString() => $"{Name}.v{Version}";

    [GeneratedRegex(@"^(?<name>.+)\.v(?<version>[0-9]+)\.json$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
