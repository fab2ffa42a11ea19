using System.Data;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// The right to run a partner's reconciliations, on whichever host: an advisory lock of a session of its own. Everything a run writes is written in
/// that session, so that a host that is killed, or cut off, loses both at once.
/// </summary>
public sealed class RunClaim : IAsyncDisposable
{
    private const string Unlock = "select pg_advisory_unlock_all()";

    private const string TryLock = "select pg_try_advisory_lock($1, hashtext($2))";

    private RunClaim(NpgsqlConnection connection, string partner) => (Connection, Partner) = (connection, partner);

    /// <summary>The partner.</summary>
    public string Partner { get; }

    internal NpgsqlConnection Connection { get; }

    /// <summary>Takes the right; null when another host has it.</summary>
    /// <param name="dedicated">Connections that are not pooled: closing one ends its session.</param>
    /// <param name="partner">The partner's code.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<RunClaim?> TryTakeAsync(NpgsqlDataSource dedicated, string partner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dedicated);
        var connection = await dedicated.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var batch = new NpgsqlBatch(connection);
            batch.Append(TryLock).With(ReconciliationLocks.Runs).With(partner);
            if ((bool)(await batch.ExecuteScalarAsync(cancellationToken))!) return new RunClaim(connection, partner);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>
    /// Gives the right back at once: a server takes its time to end a session that was closed, and the next run would find the partner busy.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Connection.State == ConnectionState.Open)
            {
                await using var unlock = new NpgsqlCommand(Unlock, Connection);
                await unlock.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
        {
            // The session is lost, and the lock with it: what broke it is what the caller learns.
        }
        finally
        {
            await Connection.DisposeAsync();
        }
    }
}
