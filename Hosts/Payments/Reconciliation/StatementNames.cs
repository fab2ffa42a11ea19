using System.Globalization;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>What the names of partners' files tell.</summary>
internal static class StatementNames
{
    private const int DayDigits = 8;

    /// <summary>The endings of files that are still being written.</summary>
    private static readonly string[] Unfinished = [".part", ".tmp", ".filepart", ".crdownload"];

    /// <summary>What the companion of a file is called that announces its size: <c>NAME.size</c>, with the number of bytes in it.</summary>
    public const string SizeEnding = ".size";

    /// <summary>The day that a name holds as yyyyMMdd; null when it holds none.</summary>
    public static DateOnly? DayOf(string name)
    {
        for (var at = 0; at + DayDigits <= name.Length; at++)
        {
            var isWhole = (at == 0 || !char.IsAsciiDigit(name[at - 1])) && name.AsSpan(at, DayDigits).IndexOfAnyExceptInRange('0', '9') < 0;
            if (isWhole && DateOnly.TryParseExact(name.AsSpan(at, DayDigits), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= 2000 and < 2100)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Whether a name says that the file is still being written, or is only a companion.</summary>
    public static bool IsSet(string name) => !name.StartsWith('.') && !name.EndsWith(SizeEnding, StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(Unfinished, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
