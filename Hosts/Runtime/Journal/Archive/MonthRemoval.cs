using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Journal.Archive;

/// <summary>
/// Takes the tables of an archived month out of the journal, in one transaction with the note that says so. The journal is locked for an instant
/// only: whoever cannot have the lock at once comes again.
/// </summary>
internal sealed class MonthRemoval(NpgsqlDataSource database, TimeProvider time)
{
    private const int Attempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Removes the tables.</summary>
    /// <returns>False when the lock was not to be had; nothing has changed then.</returns>
    /// <exception cref="InvalidDataException">The tables hold more than the file: nothing is dropped.</exception>
    public async Task<bool> RemoveAsync(JournalMonth month, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryAsync(month, cancellationToken);
                return true;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                if (attempt == Attempts) return false;
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private async Task TryAsync(JournalMonth month, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "set local lock_timeout = '200ms'", cancellationToken);
        await ExecuteAsync(connection, "lock table bus.journal, bus.chain in access exclusive mode", cancellationToken);
        await CheckAsync(connection, month, cancellationToken);
        await ExecuteAsync(connection, $"alter table bus.journal detach partition {month.Journal}", cancellationToken);
        await ExecuteAsync(connection, $"alter table bus.chain detach partition {month.Chain}", cancellationToken);
        await ExecuteAsync(connection, $"drop table {month.Journal}, {month.Chain}", cancellationToken);
        await using var note = new NpgsqlCommand("update bus.archive set dropped_at = clock_timestamp() where month = $1 and dropped_at is null", connection);
        note.Parameters.Add(new() { Value = month.First });
        if (await note.ExecuteNonQueryAsync(cancellationToken) != 1) throw new InvalidDataException($"There is no archive of {month.File}.");
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A clock that was set back may have added to a month that was over.</summary>
    private static async Task CheckAsync(NpgsqlConnection connection, JournalMonth month, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                $"""
                select exists (
                  select from bus.archive_lane a where a.month = $1 and exists (select from {month.Chain} c where c.lane = a.lane and c.batch > a.last_batch))
                or exists (
                  select from bus.lane l where not exists (select from bus.archive_lane a where a.month = $1 and a.lane = l.lane)
                    and exists (select from {month.Chain} c where c.lane = l.lane))
                """)
            .With(month.First);
        if (await batch.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new InvalidDataException($"The journal's month {month.First:yyyy-MM} has grown since it was written into {month.File}.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
