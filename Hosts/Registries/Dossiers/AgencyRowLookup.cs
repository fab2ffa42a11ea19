using DichVuCong.Contracts;
using DichVuCong.Registries.Reading;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>A row that an agency pushed, to be compared with what is there.</summary>
/// <param name="Dossier">The dossier it is about.</param>
/// <param name="RowId">The row's identity.</param>
/// <param name="Content">SHA-256 of a whole dossier's content, 64 hexadecimal digits; null for a row that is no whole dossier.</param>
public readonly record struct PushedRow(DossierCode Dossier, string RowId, string? Content = null);

/// <summary>What is there of a dossier for which a row was pushed.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="IsKept">Whether the row stands in the dossier's history.</param>
/// <param name="IsLast">Whether the content is the one that its agency sent last, also while the row is still on its way to the history.</param>
public sealed record PushedDossier(DossierRow Dossier, bool IsKept, bool IsLast);

/// <summary>Finds the dossiers of pushed rows, and whether the rows came before: many with one query.</summary>
public sealed class AgencyRowLookup
{
    private readonly NpgsqlDataSource _database;
    private readonly Collector<PushedRow, PushedDossier> _collector;

    /// <summary>Creates a look-up.</summary>
    public AgencyRowLookup(NpgsqlDataSource database)
    {
        _database = database;
        _collector = new Collector<PushedRow, PushedDossier>(FindManyAsync);
    }

    /// <summary>Finds what is there for each row; null for a dossier that is not known.</summary>
    public Task<PushedDossier?[]> FindAsync(IEnumerable<PushedRow> rows, CancellationToken cancellationToken) =>
        Task.WhenAll(rows.Select(row => _collector.FindAsync(row, cancellationToken)));

    private async Task<IReadOnlyDictionary<PushedRow, PushedDossier>> FindManyAsync(IReadOnlyList<PushedRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                $"""
                select {DossierRow.Columns}, k.at,
                  exists (select from dossier.history h where h.code = k.code and h.row_id = k.row_id), coalesce(r.content = k.content, false)
                from unnest($1, $2, $3, $4) k(at, code, row_id, content)
                join dossier.dossier d on d.code = k.code
                left join dossier.agency_record r on r.code = k.code and k.content is not null
                """)
            .With(Enumerable.Range(0, rows.Count).ToArray())
            .Column(rows, row => row.Dossier.Value)
            .Column(rows, row => Convert.FromHexString(row.RowId))
            .Column(rows, row => row.Content is null ? null : Convert.FromHexString(row.Content));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<PushedRow, PushedDossier>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found[rows[reader.GetInt32(21)]] = new PushedDossier(DossierRow.Read(reader), reader.GetBoolean(22), reader.GetBoolean(23));
        }

        return found;
    }
}
