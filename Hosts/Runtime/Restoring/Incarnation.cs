using Npgsql;

namespace DichVuCong.Runtime.Restoring;

/// <summary>
/// Which life of the database this is. A restore to an earlier time begins another one: what the one before did since that time happened
/// outside, and this one does not know of it.
/// </summary>
/// <param name="Number">1 since the database was made; one more with every restore.</param>
/// <param name="Id">A name that no other life of any database has.</param>
/// <param name="RestoredTo">The time to which it was restored; null for the first.</param>
/// <param name="MarkedAt">When the restore was marked: whatever was caused before may have been done already.</param>
/// <param name="IsMarked">Whether the server still is on the timeline, and of the cluster, on which this was written down.</param>
public sealed record Incarnation(int Number, Guid Id, DateTimeOffset? RestoredTo, DateTimeOffset MarkedAt, bool IsMarked)
{
    private const string Query =
        """
        select i.n, i.id, i.restored_to, i.marked_at, i.timeline = bus.timeline() and i.cluster = c.system_identifier
        from bus.incarnation i, pg_control_system() c order by i.n desc limit 1
        """;

    /// <summary>Reads the current one.</summary>
    public static async Task<Incarnation> ReadAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Query);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Incarnation(
            reader.GetInt32(0), reader.GetGuid(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(2),
            reader.GetFieldValue<DateTimeOffset>(3), reader.GetBoolean(4));
    }

    /// <summary>Reads the current one, for a host that is about to work.</summary>
    /// <exception cref="RestoreNotMarkedException">The database was restored, promoted or moved, and nobody has said what that means.</exception>
    public static async Task<Incarnation> RequireAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(database, cancellationToken);
        return current.IsMarked ? current : throw new RestoreNotMarkedException();
    }
}

/// <summary>
/// The database was restored, promoted or moved to another cluster, and that is not written down in it: whoever worked on it now would give
/// out numbers twice and repeat calls.
/// </summary>
public sealed class RestoreNotMarkedException() : Exception(
    "This database was restored, promoted or moved, and nobody has marked it. No host works on it until somebody runs: dvc restore finish");

/// <summary>The database that this process works on was restored meanwhile: what the process remembers is of the life before.</summary>
public sealed class DatabaseWasRestoredException() : Exception(
    "The database was restored while this host ran. It ends now; started again, it works on what is there.");
