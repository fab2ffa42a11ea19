using DichVuCong.Contracts.Catalogue;
using Npgsql;

namespace DichVuCong.Registries.Catalogue;

/// <summary>The registry of the catalogue: imported as a whole, edited row by row by operators, loaded as a whole.</summary>
public sealed class CatalogueStore(NpgsqlDataSource database, TimeProvider time)
{
    private readonly CatalogueImporter _importer = new(database, time);

    /// <summary>
    /// Makes the import's rows as <paramref name="data"/> says, in one transaction under a lock, and keeps the import with its findings.
    /// Rows of operators, settings of systems and maintenance windows stay; so does every part of which the data has nothing, since its file
    /// was missing. The version rises only when something changed.
    /// </summary>
    /// <param name="data">The catalogue as it was read.</param>
    /// <param name="findings">What was noticed on the way.</param>
    /// <param name="allowMassRemoval">Whether more than a tenth of a table's rows may go.</param>
    /// <param name="cancellationToken">Ends the import without a change.</param>
    /// <exception cref="CatalogueImportRefusedException">More than a tenth of a table's rows would go.</exception>
    /// <exception cref="PostgresException">A row breaks a rule of the tables; nothing was changed.</exception>
    public Task<CatalogueImportResult> ImportAsync(
        CatalogueData data, IReadOnlyList<CatalogueFinding> findings, bool allowMassRemoval, CancellationToken cancellationToken) =>
        _importer.ImportAsync(data, findings, allowMassRemoval, cancellationToken);

    /// <summary>The whole catalogue, as it is at one moment.</summary>
    public Task<CatalogueData> LoadAsync(CancellationToken cancellationToken) => CatalogueLoader.LoadAsync(database, cancellationToken);

    /// <summary>The version of the catalogue: cheap, for hosts that look whether to load it again.</summary>
    public async Task<int> VersionAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select value from catalogue.version where name = 'catalogue'");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Sets how systems are reached and spoken to. Secrets (<see cref="OneStopSystem.Authorization"/>) are not kept here.</summary>
    /// <exception cref="KeyNotFoundException">One of the systems is not registered; nothing was changed.</exception>
    /// <exception cref="PostgresException">A setting breaks a rule of the table; nothing was changed.</exception>
    public Task ConfigureAsync(IReadOnlyList<OneStopSystem> systems, CancellationToken cancellationToken) =>
        SystemSettings.SaveAsync(database, systems, cancellationToken);

    /// <summary>The latest imports, the last one first.</summary>
    public Task<IReadOnlyList<CatalogueImport>> ImportsAsync(int limit, CancellationToken cancellationToken) =>
        ImportLedger.ImportsAsync(database, limit, cancellationToken);

    /// <summary>The findings of an import, in their order.</summary>
    public Task<IReadOnlyList<CatalogueFinding>> FindingsAsync(long import, CancellationToken cancellationToken) =>
        ImportLedger.FindingsAsync(database, import, cancellationToken);
}
