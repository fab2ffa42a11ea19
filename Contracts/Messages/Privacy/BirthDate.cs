using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace DichVuCong.Contracts;

/// <summary>
/// A date of birth as identity papers have it: a day, or a year alone where nothing more is known. Written <c>yyyyMMdd</c> or <c>yyyy</c>.
/// Personal data: only the year's century is shown.
/// </summary>
[JsonConverter(typeof(TextConverter<BirthDate>))]
public sealed record BirthDate : IText<BirthDate>
{
    // 0 for a part that is not known stands in the data of the national databases.
    private const string NothingKnown = "0000";

    private static readonly string[] Forms = ["yyyyMMdd", "yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    private BirthDate(int year, DateOnly? day) => (Year, Day) = (year, day);

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The day; null when the year alone is known.</summary>
    public DateOnly? Day { get; }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out BirthDate value)
    {
        value = null;
        var trimmed = text?.Trim() ?? "";
        if (DateOnly.TryParseExact(trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) value = new BirthDate(day.Year, day);
        else if (YearAlone(trimmed) is { } year) value = new BirthDate(year, day: null);
        if (value?.Year is < 1850 or > 2200) value = null;
        return value is not null;
    }

    /// <summary>The open date, for a partner's body only.</summary>
    public string Reveal() => Day is { } day ? day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : Year.ToString("D4", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToWire() => Reveal();

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year / 100}**");

    private static int? YearAlone(string text)
    {
        var alone = text.Length == 8 && text.EndsWith(NothingKnown, StringComparison.Ordinal) ? text[..4] : text;
        return alone.Length == 4 && int.TryParse(alone, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
    }
}
