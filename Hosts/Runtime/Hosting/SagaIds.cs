using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>Numbers of new sagas, drawn from the sequence in blocks: one host's sagas, and their children, lie together on disk.</summary>
internal sealed class SagaIds(NpgsqlDataSource database)
{
    private const int Block = 500;
    private readonly Lock _lock = new();
    private long _next;
    private long _end;

    /// <summary>The next number. Numbers of a batch that rolls back are left out, which harms nobody.</summary>
    public long Next()
    {
        lock (_lock)
        {
            if (_next == _end)
            {
                // Once in 500 sagas, on a connection of its own: worth less than an asynchronous path through every decision.
                using var command = database.CreateCommand("select nextval('bus.saga_id')");
                _end = (long)command.ExecuteScalar()! + Block;
                _next = _end - Block;
            }

            return _next++;
        }
    }
}
