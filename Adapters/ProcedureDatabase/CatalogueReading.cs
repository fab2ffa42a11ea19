using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase;

/// <summary>What was read: the catalogue that can be used, and everything noticed on the way.</summary>
/// <param name="Data">The catalogue. A part whose file is missing is empty; the import leaves such a part of the registry as it is.</param>
/// <param name="Findings">The findings, file by file.</param>
public sealed record CatalogueReading(CatalogueData Data, IReadOnlyList<CatalogueFinding> Findings)
{
    /// <summary>How many findings of each code there are, the commonest first.</summary>
    public IReadOnlyList<(string Code, FindingSeverity Severity, int Count)> Summary =>
    [
        .. Findings.GroupBy(finding => (finding.Code, finding.Severity))
            .Select(group => (group.Key.Code, group.Key.Severity, Count: group.Count()))
            .OrderByDescending(row => row.Severity).ThenByDescending(row => row.Count).ThenBy(row => row.Code, StringComparer.Ordinal),
    ];
}
