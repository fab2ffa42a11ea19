using System.Globalization;
using System.Text.Json;
using DichVuCong.Abuse.Tests.Http;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>An input that broke a rule, as a file that can be put in again.</summary>
internal sealed record FuzzFailure(string Target, ulong Seed, long Number, string Rule, FuzzInput Input)
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <summary>Writes the file and gives its path.</summary>
    public string Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Target}-{Seed}-{Number}.json"));
        File.WriteAllText(path, JsonSerializer.Serialize(Stored.Of(this), Format));
        return path;
    }

    /// <summary>Reads a file.</summary>
    public static FuzzFailure Load(string path)
    {
        var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), Format) ?? throw new InvalidDataException($"{path} holds no input.");
        var call = stored.Method is null ? null : new HttpDraft(stored.Method, stored.Address!, [.. stored.Headers!.Select(header => (header[0], header[1]))], stored.Framing);
        return new FuzzFailure(stored.Target, stored.Seed, stored.Number, stored.Rule, new FuzzInput(stored.Body, call));
    }

    private sealed record Stored(
        string Target, ulong Seed, long Number, string Rule, string? Method, string? Address, string[][]? Headers, Framing Framing, byte[] Body, string Shown)
    {
        public static Stored Of(FuzzFailure failure)
        {
            var (call, body) = (failure.Input.Call, failure.Input.Body);
            return new Stored(
                failure.Target, failure.Seed, failure.Number, failure.Rule, call?.Method, call?.Target, call?.Headers.Select(header => new[] { header.Name, header.Value }).ToArray(),
                call?.Framing ?? Framing.Length, body, System.Text.Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 2_000))));
        }
    }
}
