using System.Diagnostics;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Hosting;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Naming;
using Npgsql;

namespace DichVuCong.Runtime.Restoring;

/// <summary>
/// Sends messages that stand for what happened before the restore. Their ids, and so the ids of all that follows from them, begin with that
/// earlier time: a notice that is decided now about what was lost may have been sent then, and is treated so.
/// </summary>
public sealed class EarlierMessages(RuntimeDatabase database, Topology topology, TimeProvider time)
{
    private Vocabulary? _vocabulary;

    /// <summary>Appends the statements that send <paramref name="messages"/> to a transaction of the caller's.</summary>
    /// <param name="batch">The statements.</param>
    /// <param name="messages">The messages, each in its key's flow.</param>
    /// <param name="causedAt">When what they stand for may have happened.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task AppendAsync(NpgsqlBatch batch, IReadOnlyList<DoorMessage> messages, DateTimeOffset causedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        _vocabulary ??= await LoadAsync(cancellationToken);
        var now = time.GetUtcNow();
        QueueWrites.Ready(batch, [.. messages.Select(message => ToRow(message, _vocabulary, causedAt, now))]);
    }

    private Task<Vocabulary> LoadAsync(CancellationToken cancellationToken)
    {
        RuntimeMessages.AddTo(topology);
        return Vocabulary.LoadAsync(database.Pooled, topology, cancellationToken);
    }

    private NewMessage ToRow(DoorMessage message, Vocabulary vocabulary, DateTimeOffset causedAt, DateTimeOffset now)
    {
        var type = topology.TypeOf(message.Message);
        var key = type.KeyOf(message.Message);
        var id = DerivedId.New(causedAt);
        return new NewMessage(
            Lane.Of(key), message.Flow, id, vocabulary.Type(type), type.Schema, vocabulary.Endpoint(topology.OwnerOf(message.Message.GetType())), key,
            ReplyTo: null, ReplyKey: null, Cause: null, Conversation: id, now, Activity.Current?.Id, type.Write(message.Message));
    }
}
