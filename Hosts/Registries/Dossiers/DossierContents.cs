using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Reading;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>Opens the contents of dossiers, many with one query.</summary>
public sealed class DossierContents
{
    private readonly NpgsqlDataSource _database;
    private readonly Sealer _sealer;
    private readonly Collector<(DossierCode Dossier, int Revision), DossierContent> _collector;

    /// <summary>Creates a reader.</summary>
    public DossierContents(NpgsqlDataSource database, Sealer sealer)
    {
        (_database, _sealer) = (database, sealer);
        _collector = new Collector<(DossierCode Dossier, int Revision), DossierContent>(FindManyAsync);
    }

    /// <summary>Opens one revision.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="revision">The revision; 0 for the latest.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<DossierContent?> FindAsync(DossierCode dossier, int revision, CancellationToken cancellationToken) =>
        _collector.FindAsync((dossier, revision), cancellationToken);

    private async Task<IReadOnlyDictionary<(DossierCode Dossier, int Revision), DossierContent>> FindManyAsync(
        IReadOnlyList<(DossierCode Dossier, int Revision)> wanted, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                """
                select k.code, k.revision, c.revision, c.key, c.sealed
                from unnest($1, $2) k(code, revision)
                cross join lateral (
                  select c.revision, c.key, c.sealed from dossier.content c
                  where c.code = k.code and (k.revision = 0 or c.revision = k.revision) order by c.revision desc limit 1) c
                """)
            .Column(wanted, row => row.Dossier.Value)
            .Column(wanted, row => row.Revision);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<(DossierCode, int), DossierContent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (code, revision) = (reader.GetString(0), reader.GetInt32(2));
            var plain = _sealer.Open(reader.GetInt16(3), reader.GetFieldValue<byte[]>(4), Places.Content(code, revision));
            found[(DossierCode.Parse(code), reader.GetInt32(1))] = JsonSerializer.Deserialize(plain, DossierContentJson.Default.DossierContent)!;
        }

        return found;
    }
}
