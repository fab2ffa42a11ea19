using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>A command on a line, in memory: the row, and how far the calling has come.</summary>
internal sealed class OutboundCall
{
    public const string Columns =
        "o.line, o.flow, o.seq, o.id, o.type, o.schema, o.key, o.origin, o.origin_key, o.saga, o.cause, o.conversation, o.sent_at, o.trace, o.body";

    public required int Line { get; init; }

    public required int Flow { get; init; }

    public required long Seq { get; init; }

    public required Guid Id { get; init; }

    public required short Type { get; init; }

    public required short Schema { get; init; }

    public required string Key { get; init; }

    public required short Origin { get; init; }

    public required string OriginKey { get; init; }

    public required long Saga { get; init; }

    public Guid? Cause { get; init; }

    public required Guid Conversation { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public string? Trace { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Whether the row lies in <c>later</c> instead of <c>outbound</c>.</summary>
    public bool IsLater { get; set; }

    /// <summary>Attempts so far, questions not counted.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the partner is asked next, instead of called.</summary>
    public bool AskNext { get; set; }

    /// <summary>When the call whose outcome is unknown went out.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>Whether it may have been made by the life of the database that a restore has lost.</summary>
    public bool InDoubt { get; set; }

    /// <summary>When it is due again.</summary>
    public DateTimeOffset Due { get; set; }

    public static OutboundCall Read(NpgsqlDataReader reader) => new()
    {
        Line = reader.GetInt32(0),
        Flow = reader.GetInt32(1),
        Seq = reader.GetInt64(2),
        Id = reader.GetGuid(3),
        Type = reader.GetInt16(4),
        Schema = reader.GetInt16(5),
        Key = reader.GetString(6),
        Origin = reader.GetInt16(7),
        OriginKey = reader.GetString(8),
        Saga = reader.GetInt64(9),
        Cause = reader.IsDBNull(10) ? null : reader.GetGuid(10),
        Conversation = reader.GetGuid(11),
        SentAt = reader.GetFieldValue<DateTimeOffset>(12),
        Trace = reader.IsDBNull(13) ? null : reader.GetString(13),
        Body = reader.GetFieldValue<byte[]>(14),
    };
}
