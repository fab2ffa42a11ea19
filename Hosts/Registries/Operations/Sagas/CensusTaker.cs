using System.Diagnostics;
using Npgsql;

namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>
/// Counts all sagas, finds those that are stuck, and keeps both for whoever looks. The counting reads every row once and holds nothing up: its
/// statements are transactions of their own, so that no old snapshot keeps queues from being vacuumed.
/// </summary>
public sealed class CensusTaker(NpgsqlDataSource database)
{
    /// <summary>How many stuck sagas are kept of each rule and agency: the oldest, so that whoever sees only some agencies misses none of theirs.</summary>
    public const int KeptOfEachAgency = 500;

    private const long LockKey = 0x4456_435F_4345_4E53; // "DVC_CENS"

    /// <summary>Takes a census, unless another is being taken.</summary>
    /// <returns>Whether one was taken.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (!await LockAsync(connection, cancellationToken)) return false;
        try
        {
            var watch = Stopwatch.StartNew();
            await ExecuteAsync(connection, CensusSql.Gather, cancellationToken);
            await ExecuteAsync(connection, CensusSql.OpenDossiers, cancellationToken, SagaTypes.Dossiers.Over.ToArray());
            await ExecuteAsync(connection, CensusSql.OpenNotices, cancellationToken, SagaTypes.Notices.Over.ToArray());
            await ExecuteAsync(connection, CensusSql.OpenObligations, cancellationToken, SagaTypes.Obligations.Over.ToArray());
            await ExecuteAsync(connection, CensusSql.OpenOrders, cancellationToken, SagaTypes.Orders.Over.ToArray());
            await ExecuteAsync(connection, CensusSql.OpenInquiries, cancellationToken, SagaTypes.Inquiries.Over.ToArray());
            await ExecuteAsync(connection, CensusSql.CountAll, cancellationToken);
            await ExecuteAsync(connection, "analyze saga_open", cancellationToken);
            await ExecuteAsync(connection, CensusSql.FindStuck, cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, CensusSql.KeepCounts, cancellationToken);
            await ExecuteAsync(connection, CensusSql.KeepStuck, cancellationToken);
            await ExecuteAsync(connection, CensusSql.KeepOldest, cancellationToken, KeptOfEachAgency);
            await ExecuteAsync(connection, CensusSql.KeepRun, cancellationToken, watch.Elapsed);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        finally
        {
            // Not cancellable: a pooled connection must not go back with the lock, nor with the tables.
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await ExecuteAsync(connection, CensusSql.Drop, CancellationToken.None);
                await ExecuteAsync(connection, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
            }
        }
    }

    private static async Task<bool> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({LockKey})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        foreach (var value in parameters) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
