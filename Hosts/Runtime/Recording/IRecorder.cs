using Npgsql;

namespace DichVuCong.Runtime.Recording;

/// <summary>
/// Writes rows for people to read - registries, feeds, figures - in the transaction of the decisions that sent the messages. It may write
/// only rows that belong to the message's key, or to its lane, and new rows with derived keys: nothing that another lane could wait for.
/// </summary>
public interface IRecorder
{
    /// <summary>The endpoint's name in the topology.</summary>
    string Endpoint { get; }

    /// <summary>Appends the statements that write <paramref name="messages"/>; each multi-row statement sorted by its key.</summary>
    void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch);
}

/// <summary>A message for a recorder.</summary>
/// <param name="Message">The message.</param>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="Lane">Its key's lane; rows that are counted belong to a lane.</param>
/// <param name="At">When it was sent: the decision's now.</param>
public sealed record RecordedMessage(object Message, Guid Id, string Key, short Lane, DateTimeOffset At);
