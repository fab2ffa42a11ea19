using System.Globalization;
using CsvHelper;

namespace DichVuCong.Adapters.VNPost.Places;

/// <summary>Reads one of the adapter's tables: the file of the settings, or the one that ships.</summary>
internal static class TableFile
{
    private const string Ships = "vnpost/";

    /// <summary>The rows by their columns' names.</summary>
    /// <exception cref="VnPostTableException">The file is missing, or lacks a column.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string? file, string shipped, params ReadOnlySpan<string> columns)
    {
        var name = file ?? shipped;
        if (file is not null && !File.Exists(file)) throw new VnPostTableException($"The file {Path.GetFileName(file)} is missing.");
        using var stream = file is null ? typeof(TableFile).Assembly.GetManifestResourceStream(Ships + shipped)! : File.OpenRead(file);
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        try
        {
            if (!csv.Read() || !csv.ReadHeader()) throw new VnPostTableException($"{name}: the file is empty.");
            foreach (var column in columns)
            {
                if (!csv.HeaderRecord!.Contains(column, StringComparer.Ordinal)) throw new VnPostTableException($"{name}: the column {column} is missing.");
            }

            while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column)?.Trim() ?? "", StringComparer.Ordinal));
        }
        catch (CsvHelperException)
        {
            throw new VnPostTableException($"{name}: line {csv.Parser.RawRow} cannot be read.");
        }

        return rows;
    }

    /// <summary>A day of a table; null when the field is empty.</summary>
    public static DateOnly? Day(string file, string text) => text.Length == 0
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new VnPostTableException($"{file}: '{text}' is no day (yyyy-MM-dd).");

    /// <summary>A number of a table; null when the field is empty.</summary>
    public static int? Number(string file, string text) => text.Length == 0
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new VnPostTableException($"{file}: '{text}' is no number.");
}

/// <summary>One of the adapter's tables cannot be used: the message names the file and the row's field.</summary>
public sealed class VnPostTableException(string message) : Exception(message);
