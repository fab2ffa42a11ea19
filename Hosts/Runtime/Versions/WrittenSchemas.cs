using System.Collections.Frozen;
using DichVuCong.Messaging;
using Npgsql;

namespace DichVuCong.Runtime.Versions;

/// <summary>
/// Which schema of each message and state is written now. One that waits (<see cref="Shapes.Waits"/>) is written as the build before would
/// until every live host says that it reads the new one: two builds work beside each other, and going back by one loses nothing.
/// </summary>
internal sealed class WrittenSchemas(Topology topology)
{
    private readonly bool _anyWaits = topology.Messages.Any(type => type.Shapes.Waits) || topology.Sagas.Values.Any(saga => saga.Shapes.Waits);
    private readonly FrozenDictionary<SagaDefinition, short> _newestOfSagas = topology.Sagas.Values.ToFrozenDictionary(saga => saga, saga => saga.StateSchema);
    private FrozenDictionary<string, short> _understood = FrozenDictionary<string, short>.Empty;

    /// <summary>The schema to write of a message.</summary>
    public short Of(MessageType type) => type.Shapes.Waits ? type.Shapes.WrittenWhen(UnderstoodByAll(type.Name)) : type.Schema;

    /// <summary>The schema to write of each saga's state.</summary>
    public IReadOnlyDictionary<SagaDefinition, short> OfSagas() => _anyWaits
        ? _newestOfSagas.Keys.ToDictionary(saga => saga, saga => saga.Shapes.WrittenWhen(UnderstoodByAll(HostSchemas.StateOf(saga))))
        : _newestOfSagas;

    /// <summary>Asks the live hosts what they read, when anything depends on it.</summary>
    public async Task RefreshAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        if (_anyWaits) Volatile.Write(ref _understood, await HostSchemas.ReadByAllAsync(database, cancellationToken));
    }

    /// <summary>0 when nobody lives, or somebody does not know it at all: then the older schema is the safe one.</summary>
    private short UnderstoodByAll(string name) => Volatile.Read(ref _understood).GetValueOrDefault(name);
}
