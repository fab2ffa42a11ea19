using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>A page of dossiers.</summary>
/// <param name="Dossiers">The dossiers, the latest filed first.</param>
/// <param name="Next">Where the next page begins; null when there is nothing more.</param>
/// <param name="IsCutShort">
/// Whether the search stopped because it took long: there may be more behind <paramref name="Next"/>, up to which everything was looked at.
/// </param>
public sealed record SearchPage(IReadOnlyList<DossierRow> Dossiers, SearchPlace? Next, bool IsCutShort)
{
    /// <summary>Nothing.</summary>
    internal static SearchPage Empty { get; } = new([], Next: null, IsCutShort: false);
}
