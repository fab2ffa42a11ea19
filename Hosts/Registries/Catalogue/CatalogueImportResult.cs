namespace DichVuCong.Registries.Catalogue;

/// <summary>What an import did.</summary>
/// <param name="Import">The number under which it and its findings are kept.</param>
/// <param name="Version">The version of the catalogue after it.</param>
/// <param name="Changed">Whether anything changed; the version rises only then.</param>
/// <param name="Changes">What changed, table by table.</param>
/// <param name="LeftAsTheyAre">The tables about which the import had nothing to say, because a file was missing.</param>
public sealed record CatalogueImportResult(
    long Import, int Version, bool Changed, IReadOnlyList<TableChange> Changes, IReadOnlyList<string> LeftAsTheyAre);

/// <summary>What changed in one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Written">Rows added or changed.</param>
/// <param name="Removed">Rows removed.</param>
public sealed record TableChange(string Table, int Written, int Removed);

/// <summary>A kept import.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it was.</param>
/// <param name="Version">The version of the catalogue after it.</param>
/// <param name="Changed">Whether it changed anything.</param>
/// <param name="Findings">How many findings there are.</param>
/// <param name="Errors">How many of them are errors.</param>
public sealed record CatalogueImport(long Id, DateTimeOffset At, int Version, bool Changed, int Findings, int Errors);

/// <summary>An import would have removed so much that a file is probably cut off or of one ministry only. Nothing was changed.</summary>
public sealed class CatalogueImportRefusedException(string table, int removed, int existing)
    : Exception($"The import would remove {removed} of {existing} rows of catalogue.{table}. Give a complete file, or allow the removal. Nothing was changed.")
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;

    /// <summary>How many rows it would lose.</summary>
    public int Removed { get; } = removed;

    /// <summary>How many it has.</summary>
    public int Existing { get; } = existing;
}
