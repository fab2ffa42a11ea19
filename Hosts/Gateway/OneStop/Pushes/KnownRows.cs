using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Gateway.OneStop.Pushes;

/// <summary>What the registry knows of the items of a push.</summary>
internal static class KnownRows
{
    /// <summary>What is known of each item; null for an item that could not be read, and for a dossier that is not there.</summary>
    public static async Task<PushedDossier?[]> FindAsync(AgencyRowLookup lookup, IEnumerable<PushedRow?> rows, CancellationToken cancellationToken)
    {
        var asked = rows.ToList();
        var found = await lookup.FindAsync(asked.OfType<PushedRow>(), cancellationToken);
        var next = 0;
        return [.. asked.Select(row => row is null ? null : found[next++])];
    }
}
