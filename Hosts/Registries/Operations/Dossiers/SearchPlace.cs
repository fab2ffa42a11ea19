using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DichVuCong.Contracts;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>A place in the list of dossiers, the latest filed first: the next page begins behind it, whatever was filed meanwhile.</summary>
/// <param name="FiledAt">When the last dossier of the page was filed.</param>
/// <param name="Code">Its code; empty for everything that was filed before.</param>
public sealed record SearchPlace(DateTimeOffset FiledAt, string Code)
{
    /// <summary>Reads a place.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SearchPlace? place)
    {
        place = null;
        if (text is null || text.Split('_') is not [var time, var code]) return false;
        if (!long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var micros) || Math.Abs(micros) > MostMicros) return false;
        if (code.Length > 0 && !DossierCode.TryParse(code, out _)) return false;
        place = new SearchPlace(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond), code);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(FiledAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}_{Code}");

    /// <summary>Some three thousand years: no filing is further away, and no sum of it overflows.</summary>
    private const long MostMicros = 60_000_000_000_000_000;
}
