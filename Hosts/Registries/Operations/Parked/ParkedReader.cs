using DichVuCong.Registries.Operations.Access;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Parked;

/// <summary>What operators see of parked messages; only those of their part of the agency tree.</summary>
public sealed class ParkedReader(NpgsqlDataSource database, AccessPolicy policy)
{
    /// <summary>The causes, those with most messages first.</summary>
    public async Task<IReadOnlyList<ParkedCause>> CausesAsync(Operator who, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ParkedSql.Causes);
        command.Parameters.Add(Agencies(who));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var causes = new List<ParkedCause>();
        while (await reader.ReadAsync(cancellationToken))
        {
            causes.Add(new ParkedCause(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), MaskedText.Of(reader.GetString(3)), reader.GetBoolean(4), reader.GetInt64(5), reader.GetInt64(6),
                reader.GetFieldValue<DateTimeOffset>(7), reader.GetInt64(8)));
        }

        return causes;
    }

    /// <summary>The messages, the oldest first.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="cause">Of this cause; null for all.</param>
    /// <param name="onlyUnordered">Only those about which nothing is ordered yet.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<ParkedRow>> ListAsync(Operator who, string? cause, bool onlyUnordered, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ParkedSql.List);
        command.Parameters.Add(Agencies(who));
        command.Parameters.Add(new() { Value = cause ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = onlyUnordered });
        command.Parameters.Add(new() { Value = limit });
        return await RowsAsync(command, cancellationToken);
    }

    /// <summary>One message; null when it is not parked, or not in the operator's part of the tree.</summary>
    /// <param name="who">Who looks.</param>
    /// <param name="message">The message.</param>
    /// <param name="scope">Where it is parked; null for the only place, or the first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ParkedRow?> FindAsync(Operator who, Guid message, int? scope, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ParkedSql.One);
        command.Parameters.Add(new() { Value = message });
        command.Parameters.Add(new() { Value = scope ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        return (await RowsAsync(command, cancellationToken)).FirstOrDefault(row => policy.Covers(who, row.Agency));
    }

    /// <summary>Everything about one message, its body masked; null as <see cref="FindAsync"/>.</summary>
    public async Task<ParkedDetail?> ShowAsync(Operator who, Guid message, int? scope, CancellationToken cancellationToken)
    {
        if (await FindAsync(who, message, scope, cancellationToken) is not { } row) return null;
        var body = await BodyAsync(row, cancellationToken);
        return body is null
            ? null // It went on between the two questions.
            : new ParkedDetail(
                row, MaskedBody.Of(body), await HeldAsync(row, cancellationToken), await ClocksAsync(row, cancellationToken), await DeadlineAsync(row, cancellationToken));
    }

    /// <summary>How far an approved order about messages is; a total of 0 for an approval that ordered none.</summary>
    public async Task<ParkedProgress> ProgressAsync(Guid approval, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ParkedSql.Progress);
        command.Parameters.Add(new() { Value = approval });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ParkedProgress(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>The body in clear: only for what records that somebody looked.</summary>
    internal async Task<byte[]?> BodyAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        await using var command = CommandAbout(ParkedSql.Body, row);
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    private async Task<List<HeldRow>> HeldAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ParkedSql.Held);
        command.Parameters.Add(new() { Value = row.Scope });
        command.Parameters.Add(new() { Value = row.Key });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var held = new List<HeldRow>();
        while (await reader.ReadAsync(cancellationToken)) held.Add(new HeldRow(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return held;
    }

    private async Task<List<HaltedClock>> ClocksAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        await using var command = CommandAbout(ParkedSql.Clocks, row);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var clocks = new List<HaltedClock>();
        while (await reader.ReadAsync(cancellationToken))
        {
            clocks.Add(new HaltedClock(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1), reader.IsDBNull(2) ? null : reader.GetInt64(2)));
        }

        return clocks;
    }

    private async Task<DateTimeOffset?> DeadlineAsync(ParkedRow row, CancellationToken cancellationToken)
    {
        await using var command = CommandAbout(ParkedSql.Deadline, row);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetFieldValue<DateTimeOffset>(0) : null;
    }

    private NpgsqlCommand CommandAbout(string sql, ParkedRow row)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = row.Id });
        command.Parameters.Add(new() { Value = row.Scope });
        return command;
    }

    private NpgsqlParameter Agencies(Operator who) =>
        new() { Value = policy.CodesOf(who)?.ToArray() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static async Task<List<ParkedRow>> RowsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ParkedRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new ParkedRow(
                reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), MaskedText.Of(reader.GetString(6)),
                reader.GetInt32(7), reader.GetFieldValue<DateTimeOffset>(8), reader.GetFieldValue<DateTimeOffset>(9), reader.GetInt64(10), reader.GetBoolean(11),
                reader.IsDBNull(12) ? null : reader.GetString(12), reader.IsDBNull(13) ? null : reader.GetFieldValue<DateTimeOffset>(13)));
        }

        return rows;
    }
}
