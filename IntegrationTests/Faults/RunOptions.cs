using System.Globalization;

namespace DichVuCong.Faults;

/// <summary>What a run is told.</summary>
/// <param name="Length">How long faults are injected, calm moments included.</param>
/// <param name="Seed">The plan, the filings and what callers do follow from it.</param>
/// <param name="PerSecond">Filings in a second.</param>
/// <param name="PortBase">The first port.</param>
/// <param name="Folder">Where logs and evidence go.</param>
/// <param name="Quiet">How long the system may take at the end until everything is done.</param>
internal sealed record RunOptions(TimeSpan Length, int Seed, double PerSecond, int PortBase, string Folder, TimeSpan Quiet)
{
    /// <summary>How it is called.</summary>
    public const string Usage = "usage: build/faults [--minutes M] [--seed S] [--rate R] [--quiet SECONDS]";

    /// <summary>Reads the arguments; null when they are wrong.</summary>
    public static RunOptions? Parse(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var (minutes, rate, quiet, seed) = (5.0, 6.0, 120.0, Random.Shared.Next(1, int.MaxValue));
        for (var index = 0; index < arguments.Count; index += 2)
        {
            if (index + 1 >= arguments.Count) return null;
            var (name, text) = (arguments[index], arguments[index + 1]);
            var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
            switch (name)
            {
                case "--minutes" when isNumber && number is >= 0.8 and <= 1440: minutes = number; break;
                case "--rate" when isNumber && number is > 0 and <= 200: rate = number; break;
                case "--quiet" when isNumber && number is >= 1 and <= 3600: quiet = number; break;
                case "--seed" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed): break;
                default: return null;
            }
        }

        var ports = int.TryParse(variable("DVC_PORT_BASE"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 8080;
        return new RunOptions(
            TimeSpan.FromMinutes(minutes), seed, rate, ports, variable("DVC_FAULTS_FOLDER") ?? Path.Combine(Path.GetTempPath(), "dvc-faults"), TimeSpan.FromSeconds(quiet));
    }
}
