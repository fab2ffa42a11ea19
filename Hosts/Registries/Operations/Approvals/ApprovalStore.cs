using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Approvals;

/// <summary>The rows of proposals.</summary>
internal static class ApprovalStore
{
    public const string Columns =
        "id, kind, target, agency, reason, proposed_by, proposed_name, proposed_at, expires_at, state, decided_name, decided_at, decision, outcome, about";

    public const string Insert =
        """
        insert into operations.approval (id, kind, target, agency, key, payload, reason, proposed_by, proposed_name, proposed_at, expires_at, about)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (kind, target) where state = 'open' do nothing
        """;

    public const string Lock = $"select {Columns}, key, payload from operations.approval where id = $1 for update";

    public const string Decide =
        "update operations.approval set state = $2, decided_by = $3, decided_name = $4, decided_at = $5, decision = $6, outcome = $7 where id = $1";

    /// <summary>Skips those that somebody is just deciding about: whoever holds the row finds out by itself.</summary>
    public const string Expire =
        $"""
        update operations.approval set state = 'expired'
        where id in (select id from operations.approval where state = 'open' and expires_at <= $1 for update skip locked)
        returning {Columns}
        """;

    public const string List =
        $"""
        select {Columns} from operations.approval
        where ($1::text is null or state = $1) and ($2::text[] is null or agency = any($2)) and ($3::text is null or target = $3) and ($4::timestamptz is null or proposed_at < $4)
        order by proposed_at desc limit $5
        """;

    public static Approval Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), TextOrNull(reader, 3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
        reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset>(8), Enum.Parse<ApprovalState>(reader.GetString(9), ignoreCase: true),
        TextOrNull(reader, 10), reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11), TextOrNull(reader, 12), TextOrNull(reader, 13))
    {
        About = TextOrNull(reader, 14),
    };

    public static string Name(ApprovalState state) => state.ToString().ToLowerInvariant();

    public static NpgsqlCommand With(this NpgsqlCommand command, object value)
    {
        command.Parameters.Add(new() { Value = value });
        return command;
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, NpgsqlDbType type, object? value)
    {
        command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        return command;
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
