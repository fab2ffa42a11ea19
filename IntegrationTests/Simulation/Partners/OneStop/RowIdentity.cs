using System.Globalization;

namespace DichVuCong.Simulation.Partners.OneStop;

/// <summary>The identity of a row: a hash of what it says, as on the wire.</summary>
internal static class RowIdentity
{
    /// <summary>The name of an officer, which must never be seen outside the history.</summary>
    public const string Officer = "Trần Thị Bí Mật";

    public static string Of(string dossier, DateTimeOffset at, int state)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in string.Create(CultureInfo.InvariantCulture, $"{dossier}|{at.ToUnixTimeSeconds()}|{state}")) hash = (hash ^ letter) * 1099511628211UL;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
