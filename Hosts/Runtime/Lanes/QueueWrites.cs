using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>The statements that put messages into queues.</summary>
internal static class QueueWrites
{
    /// <summary>Inserts new messages; a stable sort keeps one producer's messages of a key in the order of its effects.</summary>
    public static void Ready(NpgsqlBatch batch, IReadOnlyCollection<NewMessage> messages)
    {
        if (messages.Count == 0) return;
        var rows = messages.OrderBy(row => row.Lane).ThenBy(row => row.Flow).ToList();
        batch.Append(WriteCommands.InsertReady)
            .Column(rows, row => row.Lane)
            .Column(rows, row => row.Flow)
            .Column(rows, row => row.Id)
            .Column(rows, row => row.Type)
            .Column(rows, row => row.Schema)
            .Column(rows, row => row.Endpoint)
            .Column(rows, row => row.Key)
            .Column(rows, row => row.ReplyTo)
            .Column(rows, row => row.ReplyKey)
            .Column(rows, row => row.Cause)
            .Column(rows, row => row.Conversation)
            .Column(rows, row => row.SentAt.UtcDateTime)
            .Column(rows, row => row.Trace)
            .Column(rows, row => row.Body);
    }

    /// <summary>Inserts new commands for partners.</summary>
    public static void Outbound(NpgsqlBatch batch, IReadOnlyCollection<NewOutbound> commands)
    {
        if (commands.Count == 0) return;
        var rows = commands.OrderBy(row => row.Line).ThenBy(row => row.Flow).ToList();
        batch.Append(WriteCommands.InsertOutbound)
            .Column(rows, row => row.Line)
            .Column(rows, row => row.Flow)
            .Column(rows, row => row.Id)
            .Column(rows, row => row.Type)
            .Column(rows, row => row.Schema)
            .Column(rows, row => row.Key)
            .Column(rows, row => row.Origin)
            .Column(rows, row => row.OriginKey)
            .Column(rows, row => row.Saga)
            .Column(rows, row => row.Cause)
            .Column(rows, row => row.Conversation)
            .Column(rows, row => row.SentAt.UtcDateTime)
            .Column(rows, row => row.Trace)
            .Column(rows, row => row.Body);
    }

    /// <summary>Adds the columns of <see cref="Envelope.Columns"/>.</summary>
    public static NpgsqlBatchCommand Envelopes(NpgsqlBatchCommand command, IReadOnlyList<Envelope> rows) => command
        .Column(rows, row => row.Lane)
        .Column(rows, row => row.Flow)
        .Column(rows, row => row.Seq)
        .Column(rows, row => row.Id)
        .Column(rows, row => row.Type)
        .Column(rows, row => row.Schema)
        .Column(rows, row => row.Endpoint)
        .Column(rows, row => row.Key)
        .Column(rows, row => row.ReplyTo)
        .Column(rows, row => row.ReplyKey)
        .Column(rows, row => row.Cause)
        .Column(rows, row => row.Conversation)
        .Column(rows, row => row.SentAt.UtcDateTime)
        .Column(rows, row => row.Trace)
        .Column(rows, row => row.Body);
}
