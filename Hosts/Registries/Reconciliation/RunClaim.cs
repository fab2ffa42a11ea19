using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Reconciliation;

/// <summary>
/// The right to run a partner's reconciliations, on whichever host: an advisory lock of a session of its own. Everything a run writes is written in
/// that session, so that a host that is killed, or cut off, loses both at once.
/// </summary>
public sealed class RunClaim : IAsyncDisposable
{
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

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
