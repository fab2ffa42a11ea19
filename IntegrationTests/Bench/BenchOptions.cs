using System.Globalization;

namespace DichVuCong.Bench;

/// <summary>How long to measure, and over how much.</summary>
internal sealed record BenchOptions(int Seconds, int WarmupSeconds, int Rounds)
{
    public TimeSpan Round => TimeSpan.FromSeconds((double)Seconds / Rounds);

    /// <summary>Dossiers in the registry that are looked up in, or transactions of the day that is reconciled.</summary>
    public long Rows { get; private init; } = 10_000_000;

    /// <summary>Whether an operator's page of one dossier is measured too: it needs histories, sagas and journal of them all.</summary>
    public bool Pages { get; private init; } = true;

    /// <summary>Dossiers in the database at which the cost of one more is measured.</summary>
    public IReadOnlyList<long> Levels { get; private init; } = [0, 1_000_000, 10_000_000];

    /// <summary>Transactions of the day that the server matches for comparison; 0 for none.</summary>
    public long SqlRows { get; private init; } = 1_000_000;

    /// <summary>The memory that a reconciliation may use.</summary>
    public int MemoryMegabytes { get; private init; } = 1024;

    /// <summary>What a reconciliation's rows are made from.</summary>
    public ulong Seed { get; private init; } = 1;

    public static BenchOptions Read(string[] args) =>
        new(Number(args, "--seconds", 20), Number(args, "--warmup", 20), Number(args, "--rounds", 5))
        {
            Rows = Number(args, "--rows", 10_000_000),
            Pages = Number(args, "--pages", 1) != 0,
            SqlRows = Number(args, "--sql-rows", 1_000_000),
            MemoryMegabytes = Number(args, "--memory-mb", 1024),
            Seed = (ulong)Number(args, "--seed", 1),
            Levels = [.. (Text(args, "--levels") ?? "0,1000000,10000000").Split(',').Select(level => long.Parse(level, CultureInfo.InvariantCulture))],
        };

    private static int Number(string[] args, string name, int otherwise) =>
        Text(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
