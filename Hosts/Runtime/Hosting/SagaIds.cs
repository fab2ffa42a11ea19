using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>Numbers of new sagas, drawn from the sequence in blocks: one host's sagas, and their children, lie together on disk.</summary>
internal sealed class SagaIds(NpgsqlDataSource database)
{
    private const int Block = 500;
    private readonly Lock _lock = new();
    private long _next;
    private long _end;

    /// <summary>
    /// As many numbers as a batch may need, drawn before it decides: a decision does no I/O, and a database that is away must not look like a
    /// decision that failed. Numbers of a batch that rolls back, or does not need them, are left out, which harms nobody.
    /// </summary>
    public async ValueTask<Queue<long>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var ids = new Queue<long>(count);
        while (!Fill(ids, count))
        {
            await using var command = database.CreateCommand("select nextval('bus.saga_id')");
            var first = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            lock (_lock) (_next, _end) = (first, first + Block);
        }

        return ids;
    }

    private bool Fill(Queue<long> ids, int count)
    {
        lock (_lock)
        {
            while (ids.Count < count && _next < _end) ids.Enqueue(_next++);
        }

        return ids.Count == count;
    }
}
