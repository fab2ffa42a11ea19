using DichVuCong.Contracts;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>The questions about one dossier, in one transaction.</summary>
internal sealed class TimelineSession(NpgsqlConnection connection, DossierCode code)
{
    public async Task<DossierRow?> RowAsync(CancellationToken cancellationToken) =>
        (await ListAsync($"select {DossierRow.Columns} from dossier.dossier d where d.code = $1", DossierRow.Read, cancellationToken)).FirstOrDefault();

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = code.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
