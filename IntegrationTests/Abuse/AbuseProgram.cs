using System.Globalization;
using DichVuCong.Abuse.Tests.Attacks;
using DichVuCong.Abuse.Tests.Flood;

namespace DichVuCong.Abuse.Tests;

/// <summary>The program behind build/fuzz and build/abuse.</summary>
internal static class AbuseProgram
{
    private static readonly Dictionary<string, Func<Options, Task<int>>> Commands = new(StringComparer.Ordinal)
    {
        ["inputs"] = FuzzProgram.RunAsync,
        ["attacks"] = AttackProgram.RunAsync,
        ["flood"] = FloodProgram.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && Commands.TryGetValue(args[0], out var command)) return await command(new Options(args));
        await Console.Error.WriteLineAsync("usage: build/fuzz [--inputs N] [--seed S] [--out FOLDER] | build/fuzz --replay FILE");
        return 64;
    }
}

/// <summary>The options of a command line.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>An option's text.</summary>
    public string? Text(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>An option's number.</summary>
    public long Number(string name, long otherwise) => Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
