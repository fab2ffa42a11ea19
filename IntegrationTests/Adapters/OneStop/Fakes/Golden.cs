using System.Text;

namespace DichVuCong.OneStop.Tests.Fakes;

/// <summary>Bodies in the shape that known clients send them, made from the wire document with placeholders for people.</summary>
internal static class Golden
{
    public static readonly string[] All = ["g1-sync", "g2-sync", "g2-progress", "g1-status", "g1-push", "g2-push"];

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Golden).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"There is no golden file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).TrimEnd('\n');
}
