using DichVuCong.Runtime.Lines;
using Npgsql;

namespace DichVuCong.Registries.Operations.Partners;

/// <summary>Announced maintenance of partners that are no one-stop systems, for the host that calls them.</summary>
public sealed class PartnerWindows(NpgsqlDataSource database)
{
    /// <summary>All of them.</summary>
    public Task<IReadOnlyList<LineWindow>> LoadAsync(CancellationToken cancellationToken) => MaintenanceRows.OthersAsync(database, cancellationToken);
}
