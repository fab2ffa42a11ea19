using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Audit;

/// <summary>What of the trail is asked for; null for any.</summary>
public sealed record AuditFilter
{
    /// <summary>The subject or the name of who did it.</summary>
    public string? Who { get; init; }

    /// <summary>What was done: an action, or its beginning up to a dot (<c>parked</c>).</summary>
    public string? Action { get; init; }

    /// <summary>What it was done to.</summary>
    public string? Target { get; init; }

    /// <summary>From when on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when, exclusively.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only rows before this number: where the page before ended.</summary>
    public long? Before { get; init; }

    /// <summary>The agencies that the reader may see; null for all, and for what belongs to none.</summary>
    public IReadOnlyList<string>? Agencies { get; init; }
}

/// <summary>Reads the trail.</summary>
public sealed class AuditReader(NpgsqlDataSource database)
{
    internal const string Columns = "number, at, who, name, role, scope, action, kind, target, agency, reason, result, detail, previous, hash";

    private const string Find =
        $"""
        select {Columns} from operations.audit
        where ($1::text is null or who = $1 or name = $1)
          and ($2::text is null or action = $2 or action like $2 || '.%')
          and ($3::text is null or target = $3)
          and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
          and ($6::bigint is null or number < $6)
          and ($7::text[] is null or agency = any($7))
        order by number desc limit $8
        """;

    /// <summary>The rows of a filter, the latest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> ListAsync(AuditFilter filter, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var command = database.CreateCommand(Find);
        Add(command, NpgsqlDbType.Text, filter.Who);
        Add(command, NpgsqlDbType.Text, filter.Action);
        Add(command, NpgsqlDbType.Text, filter.Target);
        Add(command, NpgsqlDbType.TimestampTz, filter.From?.UtcDateTime);
        Add(command, NpgsqlDbType.TimestampTz, filter.Until?.UtcDateTime);
        Add(command, NpgsqlDbType.Bigint, filter.Before);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Agencies?.ToArray());
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<AuditRow>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(LinkOf(reader).Row);
        return rows;
    }

    /// <summary>The whole trail in its order, from a number on, as it is at one moment.</summary>
    internal static async IAsyncEnumerable<AuditLink> WalkAsync(
        NpgsqlConnection connection, long from, long until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from operations.audit where number between $1 and $2 order by number", connection);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = until });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return LinkOf(reader);
    }

    private static AuditLink LinkOf(NpgsqlDataReader reader) => new(
        new AuditRow(
            reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
            reader.GetString(6), reader.GetString(7), reader.GetString(8), TextOrNull(reader, 9), TextOrNull(reader, 10), reader.GetString(11), TextOrNull(reader, 12)),
        reader.GetFieldValue<byte[]>(13), reader.GetFieldValue<byte[]>(14));

    private static string? TextOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}
