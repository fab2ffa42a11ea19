using DichVuCong.Registries.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Audit;

/// <summary>Writes the trail: a row commits with what it tells of, or neither does.</summary>
public sealed class AuditTrail(KeyRing keys, TimeProvider time)
{
    private const string Append =
        """
        with head as (update operations.audit_head set number = $1, hash = $2 returning one)
        insert into operations.audit (number, at, who, name, role, scope, action, kind, target, agency, reason, result, detail, previous, hash)
        select v.* from head, unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) v
        """;

    private readonly AuditChain _chain = new(keys);

    /// <summary>
    /// Writes a row in the transaction of the action. Write it last: from here to the end of the transaction everybody else who writes the trail
    /// waits, and who holds other locks longer than that could wait for each other.
    /// </summary>
    /// <returns>The row's number.</returns>
    public Task<long> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AuditEntry entry, CancellationToken cancellationToken) =>
        WriteAsync(connection, transaction, [entry], cancellationToken);

    /// <summary>Writes many rows at once, in their order.</summary>
    /// <returns>The last row's number.</returns>
    /// <inheritdoc cref="WriteAsync(NpgsqlConnection, NpgsqlTransaction, AuditEntry, CancellationToken)"/>
    public async Task<long> WriteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (last, previous) = await LockAsync(connection, transaction, cancellationToken);
        if (entries.Count == 0) return last;
        var links = new List<AuditLink>(entries.Count);
        foreach (var entry in entries)
        {
            var row = RowOf(entry, ++last);
            var hash = _chain.Hash(row, previous);
            links.Add(new AuditLink(row, previous, hash));
            previous = hash;
        }

        await using var command = new NpgsqlCommand(Append, connection, transaction);
        command.Parameters.Add(new() { Value = last });
        command.Parameters.Add(new() { Value = previous });
        Column(link => link.Row.Number);
        Column(link => link.Row.At.UtcDateTime);
        Texts(row => row.Who);
        Texts(row => row.Name);
        Texts(row => row.Role);
        Texts(row => row.Scope);
        Texts(row => row.Action);
        Texts(row => row.Kind);
        Texts(row => row.Target);
        Texts(row => row.Agency);
        Texts(row => row.Reason);
        Texts(row => row.Result);
        Texts(row => row.Detail);
        Column(link => link.Previous);
        Column(link => link.Hash);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return last;

        void Column<T>(Func<AuditLink, T> value) => command.Parameters.Add(new() { Value = links.Select(value).ToArray() });
        void Texts(Func<AuditRow, string?> value) =>
            command.Parameters.Add(new() { Value = links.Select(link => value(link.Row)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
    }

    /// <summary>Writes a row of its own, for what changes nothing: that somebody looked.</summary>
    public async Task<long> WriteAsync(NpgsqlDataSource database, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var number = await WriteAsync(connection, transaction, entry, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return number;
    }

    private static async Task<(long Number, byte[] Hash)> LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select number, hash from operations.audit_head for update", connection, transaction);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw new InvalidOperationException("The audit trail has lost its end (operations.audit_head).");
        return (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    /// <summary>The database keeps microseconds, and the hash is of what it keeps.</summary>
    private AuditRow RowOf(AuditEntry entry, long number)
    {
        var now = time.GetUtcNow();
        return new AuditRow(
            number, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)), Clean(entry.Who.Subject)!, Clean(entry.Who.Name)!, entry.Who.Role.ToString(),
            entry.Who.ScopeText, Clean(entry.Action)!, Clean(entry.Kind)!, Clean(entry.Target)!, Clean(entry.Agency), Clean(entry.Reason), Clean(entry.Result)!,
            Clean(entry.Detail));
    }

    /// <summary>PostgreSQL keeps no NUL, and the hash is of what it keeps.</summary>
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
