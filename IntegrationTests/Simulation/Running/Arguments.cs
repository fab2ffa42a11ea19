using System.Globalization;
using DichVuCong.Simulation.Bus;

namespace DichVuCong.Simulation.Running;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage =
        """
        usage: simulate [--seed S] [--histories N] [--threads N] [--trace] [--mutation NAME] [--officers] [--list]
          --seed S         the first seed (a fresh one is drawn and printed)
          --histories N    how many histories, each with the next seed (1000)
          --threads N      histories at a time (one for each core)
          --trace          prints every step; for --histories 1
          --mutation NAME  with a deliberate bug, which must be found
          --officers       with officers' accounts and scopes (an open finding keeps them out of ordinary histories)
          --list           prints the invariants and the mutations
        """;

    public ulong? Seed { get; private init; }

    public int Histories { get; private init; } = 1000;

    public int Threads { get; private init; } = Environment.ProcessorCount;

    public bool IsTraced { get; private init; }

    public bool HasOfficers { get; private init; }

    public bool Lists { get; private init; }

    public Mutation Mutation { get; private init; }

    /// <summary>Reads a command line; null when it makes no sense.</summary>
    public static Arguments? Read(IReadOnlyList<string> words)
    {
        var arguments = new Arguments();
        for (var index = 0; index < words.Count; index++)
        {
            var value = index + 1 < words.Count ? words[index + 1] : "";
            var read = words[index] switch
            {
                "--trace" => arguments with { IsTraced = true },
                "--officers" => arguments with { HasOfficers = true },
                "--list" => arguments with { Lists = true },
                "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => arguments with { Seed = seed },
                "--histories" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0 => arguments with { Histories = count },
                "--threads" when int.TryParse(value, CultureInfo.InvariantCulture, out var threads) && threads > 0 => arguments with { Threads = threads },
                "--mutation" when Enum.TryParse<Mutation>(value, ignoreCase: true, out var mutation) => arguments with { Mutation = mutation },
                _ => null,
            };
            if (read is null) return null;
            arguments = read;
            if (words[index] is not ("--trace" or "--list" or "--officers")) index++;
        }

        return arguments;
    }
}
