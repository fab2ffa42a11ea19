using System.Collections.Frozen;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Restoring;
using Npgsql;

namespace DichVuCong.Runtime.Doors;

/// <summary>
/// The door for what people order, one order at a time: what is kept beside an order, such as who gave it, is in the very commit that sets it in
/// motion. Orders are few, so each looks anew at what the database knows and in whose life it is.
/// </summary>
public sealed class DeskDoor
{
    private readonly RuntimeDatabase _database;
    private readonly Topology _topology;
    private readonly FrozenDictionary<string, IRecorder> _recorders;
    private readonly TimeProvider _time;

    /// <summary>Creates a door.</summary>
    public DeskDoor(RuntimeDatabase database, Topology topology, IEnumerable<IRecorder> recorders, TimeProvider time)
    {
        RuntimeMessages.AddTo(topology);
        (_database, _topology, _time) = (database, topology, time);
        _recorders = recorders.ToFrozenDictionary(recorder => recorder.Endpoint, StringComparer.Ordinal);
    }

    /// <summary>Hands an order in; completes when it is durable, or is known to be a repetition.</summary>
    /// <param name="call">The order.</param>
    /// <param name="beside">Writes what is kept beside an order that is new, last in its transaction.</param>
    /// <param name="cancellationToken">Ends the wait; an order that is durable by then stays.</param>
    /// <exception cref="RestoreNotMarkedException">The database was restored, and nobody has said what that means.</exception>
    /// <exception cref="DoorRejectedException">The order breaks a rule of the database; nothing of it was kept.</exception>
    /// <exception cref="DoorBusyException">The database could not take it now.</exception>
    public async Task<DoorAnswer> AcceptAsync(
        DoorCall call, Func<NpgsqlConnection, NpgsqlTransaction, CancellationToken, Task> beside, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(beside);
        await Incarnation.RequireAsync(_database.Pooled, cancellationToken);
        var vocabulary = await Vocabulary.LoadAsync(_database.Pooled, _topology, cancellationToken);
        await vocabulary.Written.RefreshAsync(_database.Pooled, cancellationToken);
        try
        {
            await using var connection = await _database.Dedicated.OpenConnectionAsync(cancellationToken);
            await using (var settings = new NpgsqlCommand(DoorCommands.Session, connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var answers = await new DoorGroup(connection, _topology, vocabulary, _recorders, _time).WriteAsync([call], cancellationToken);
            if (answers[0].Verdict == DoorVerdict.New) await beside(connection, transaction, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return answers[0];
        }
        catch (PostgresException failure) when (failure.SqlState.StartsWith("22", StringComparison.Ordinal) || failure.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new DoorRejectedException(failure.ConstraintName ?? "", failure.SqlState);
        }
        catch (PostgresException failure) when (failure.SqlState is "55P03" or "57014" or "40P01" or "53300")
        {
            // Somebody else's lock, or too many sessions: nothing was kept, and the same order may come again.
            throw new DoorBusyException();
        }
    }
}
