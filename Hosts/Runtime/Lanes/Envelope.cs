using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>A message on its way: the columns that every queue shares.</summary>
internal sealed record Envelope
{
    /// <summary>The columns, in the order in which <see cref="Read"/> expects them.</summary>
    public const string Columns =
        "lane, flow, seq, id, type, schema, endpoint, key, reply_to, reply_key, cause, conversation, sent_at, trace, body";

    public required short Lane { get; init; }

    public required int Flow { get; init; }

    public required long Seq { get; init; }

    public required Guid Id { get; init; }

    public required short Type { get; init; }

    public required short Schema { get; init; }

    public required short Endpoint { get; init; }

    public required string Key { get; init; }

    public short? ReplyTo { get; init; }

    public string? ReplyKey { get; init; }

    public Guid? Cause { get; init; }

    public required Guid Conversation { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public string? Trace { get; init; }

    public required byte[] Body { get; init; }

    public static Envelope Read(NpgsqlDataReader reader) => new()
    {
        Lane = reader.GetInt16(0),
        Flow = reader.GetInt32(1),
        Seq = reader.GetInt64(2),
        Id = reader.GetGuid(3),
        Type = reader.GetInt16(4),
        Schema = reader.GetInt16(5),
        Endpoint = reader.GetInt16(6),
        Key = reader.GetString(7),
        ReplyTo = reader.IsDBNull(8) ? null : reader.GetInt16(8),
        ReplyKey = reader.IsDBNull(9) ? null : reader.GetString(9),
        Cause = reader.IsDBNull(10) ? null : reader.GetGuid(10),
        Conversation = reader.GetGuid(11),
        SentAt = reader.GetFieldValue<DateTimeOffset>(12),
        Trace = reader.IsDBNull(13) ? null : reader.GetString(13),
        Body = reader.GetFieldValue<byte[]>(14),
    };
}
