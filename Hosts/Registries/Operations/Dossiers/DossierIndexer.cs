using System.Text.Json;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Operations.Dossiers;

/// <summary>How far the index over dossiers of before it has come.</summary>
/// <param name="Through">The last dossier that was read.</param>
/// <param name="CompletedAt">When all were read; null while some are missing.</param>
public sealed record IndexProgress(string Through, DateTimeOffset? CompletedAt);

/// <summary>
/// Reads the contents of dossiers that are older than the index into it. It goes on where it was interrupted, and what it does twice changes
/// nothing; dossiers that are filed meanwhile are written by their own commit.
/// </summary>
public sealed class DossierIndexer(NpgsqlDataSource database, Sealer sealer)
{
    private const int Slice = 1000;

    private readonly SearchWrites _writes = new(sealer);

    /// <summary>How far it has come.</summary>
    public async Task<IndexProgress> ProgressAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select through, completed_at from operations.dossier_index");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new InvalidOperationException("operations.dossier_index has lost its row.");
        return new IndexProgress(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1));
    }

    /// <summary>Reads all that is missing.</summary>
    /// <param name="fromTheStart">Whether dossiers that were read before are read again.</param>
    /// <param name="onProgress">Told how many contents were read so far.</param>
    /// <param name="cancellationToken">Stops; the next run goes on.</param>
    /// <returns>How many contents were read.</returns>
    public async Task<long> RunAsync(bool fromTheStart, Action<long>? onProgress, CancellationToken cancellationToken)
    {
        var progress = await ProgressAsync(cancellationToken);
        if (progress.CompletedAt is not null && !fromTheStart) return 0;
        var through = fromTheStart ? "" : progress.Through;
        for (var read = 0L; ; onProgress?.Invoke(read))
        {
            var (contents, count) = await ReadAsync(through, cancellationToken);
            await WriteAsync(contents, contents.Count == 0 ? through : contents[^1].Dossier.Value, isOver: count < Slice, cancellationToken);
            read += contents.Count;
            if (count < Slice) return read;
            through = contents[^1].Dossier.Value;
        }
    }

    /// <summary>A slice of whole dossiers: the last one of a full slice may go on behind it, and is left to the next.</summary>
    private async Task<(List<DossierContent> Contents, int Count)> ReadAsync(string through, CancellationToken cancellationToken)
    {
        for (var limit = Slice; ; limit *= 2)
        {
            var sealedRows = await SealedAsync(through, limit, cancellationToken);
            var last = sealedRows.Count < limit ? null : sealedRows[^1].Code;
            var whole = sealedRows.Where(row => row.Code != last).ToList();
            if (whole.Count == 0 && last is not null) continue;
            var contents = new DossierContent[whole.Count];
            Parallel.For(0, whole.Count, index => contents[index] = Open(whole[index]));
            return ([.. contents], sealedRows.Count < limit ? 0 : Slice);
        }
    }

    private async Task<List<SealedContent>> SealedAsync(string through, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select code, revision, key, sealed from dossier.content where code > $1 order by code, revision limit $2");
        command.Parameters.Add(new() { Value = through });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<SealedContent>(limit);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new SealedContent(reader.GetString(0), reader.GetInt32(1), reader.GetInt16(2), reader.GetFieldValue<byte[]>(3)));
        }

        return rows;
    }

    private DossierContent Open(SealedContent row) => JsonSerializer.Deserialize(
        sealer.Open(row.Key, row.Sealed, Places.Content(row.Code, row.Revision)), DossierContentJson.Default.DossierContent)!;

    private async Task WriteAsync(List<DossierContent> contents, string through, bool isOver, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        _writes.Phones(batch, contents);
        batch.Append("update operations.dossier_index set through = $1, completed_at = case when $2 then now() end").With(through).With(isOver);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record SealedContent(string Code, int Revision, short Key, byte[] Sealed);
}
