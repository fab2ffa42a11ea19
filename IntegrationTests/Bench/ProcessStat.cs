using System.Globalization;

namespace DichVuCong.Bench;

/// <summary>What the kernel says of one process of this machine.</summary>
/// <param name="Process">Its id.</param>
/// <param name="Parent">The id of the process that started it.</param>
/// <param name="Own">Its user and system time so far.</param>
/// <param name="OfChildren">The same of those of its children that have ended.</param>
internal sealed record ProcessStat(int Process, int Parent, TimeSpan Own, TimeSpan OfChildren)
{
    private const double TicksPerSecond = 100;

    /// <summary>Null when there is no such process on this machine, or no more.</summary>
    public static ProcessStat? Of(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            // The name before it stands in brackets, and may hold blanks and brackets itself.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new ProcessStat(process, (int)Number(1), Time(11), Time(13));

            long Number(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
            TimeSpan Time(int field) => TimeSpan.FromSeconds((Number(field) + Number(field + 1)) / TicksPerSecond);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A process and all that it has started itself, those that ended included.</summary>
    public static TimeSpan OfTree(int first)
    {
        var sum = TimeSpan.Zero;
        foreach (var directory in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var process) || Of(process) is not { } stat) continue;
            if (stat.Process == first) sum += stat.Own + stat.OfChildren;
            else if (stat.Parent == first) sum += stat.Own;
        }

        return sum;
    }
}
