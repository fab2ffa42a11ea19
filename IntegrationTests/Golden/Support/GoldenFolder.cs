using System.Text.Json;
using System.Text.Json.Nodes;
using DichVuCong.Testing;

namespace DichVuCong.Golden.Tests.Support;

/// <summary>The folder of what was recorded, in the source tree: what is recorded anew is reviewed and committed like code.</summary>
internal static class GoldenFolder
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Path { get; } = System.IO.Path.Combine(TestCluster.Root, "IntegrationTests", "Golden", "Stored");

    /// <summary>
    /// Whether this run records what is missing or has changed, as files beside the old ones. A deliberate act: set DVC_RECORD_GOLDEN to 1,
    /// run, and read the difference before it is committed.
    /// </summary>
    public static bool Records => Environment.GetEnvironmentVariable("DVC_RECORD_GOLDEN") == "1";

    /// <summary>JSON as people read it, ending with a line break.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Readable) + "\n";

    /// <summary>Writes a file that must not be there yet.</summary>
    public static void WriteNew(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
        file.Write(text);
    }
}
