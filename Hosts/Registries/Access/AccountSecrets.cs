using System.Buffers.Text;
using System.Security.Cryptography;
using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Access;

/// <summary>A secret as operators see it: never the secret itself.</summary>
/// <param name="Name">The account.</param>
/// <param name="Number">Its number.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="IssuedBy">By whom.</param>
/// <param name="EndsAt">When it ends, being replaced.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="RevokedBy">By whom.</param>
public sealed record SecretView(
    string Name, int Number, DateTimeOffset IssuedAt, string IssuedBy, DateTimeOffset? EndsAt, DateTimeOffset? RevokedAt, string? RevokedBy);

/// <summary>Why no secret was issued.</summary>
public enum SecretObstacle
{
    /// <summary>There is no such account in use.</summary>
    NoAccount = 1,

    /// <summary>Two are good already: one has to be revoked, or to end.</summary>
    TwoAlready = 2,
}

/// <summary>
/// The secrets of system-to-system accounts (A8.2d): issued, replaced with an overlap in which both are good, and revoked. Each is made here, shown
/// once, and kept as a hash; every host hears of a change in the moment it is committed.
/// </summary>
public sealed class AccountSecrets(NpgsqlDataSource database)
{
    /// <summary>How many are good at a time.</summary>
    public const int Most = 2;

    private const int Bytes = 32;

    private const string Good = "revoked_at is null and (ends_at is null or ends_at > now())";

    /// <summary>Issues a secret beside the one that may be there.</summary>
    /// <param name="name">The account.</param>
    /// <param name="overlap">For how long the others stay good; null as long as nobody revokes them.</param>
    /// <param name="by">Who issues it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The secret and its number, or why there is none.</returns>
    public async Task<(string? Secret, int Number, SecretObstacle? Obstacle)> IssueAsync(string name, TimeSpan? overlap, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // One at a time for an account: two who issue at once would make three.
        if (await ScalarAsync(connection, "select 1 from access.account where name = $1 and enabled for update", cancellationToken, name) is null)
            return (null, 0, SecretObstacle.NoAccount);
        if (await ScalarAsync(connection, $"select count(*) from account.secret where name = $1 and {Good}", cancellationToken, name) is >= (long)Most)
            return (null, 0, SecretObstacle.TwoAlready);
        if (overlap is { } span)
        {
            await ScalarAsync(
                connection, $"update account.secret set ends_at = least(coalesce(ends_at, 'infinity'), now() + $2) where name = $1 and {Good}", cancellationToken, name, span);
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var number = await ScalarAsync(
            connection,
            """
            insert into account.secret (name, number, hash, issued_at, issued_by)
            select $1, 1 + coalesce((select max(s.number) from account.secret s where s.name = $1), 0), $2, now(), $3 returning number
            """,
            cancellationToken, name, AccountStore.HashOf(secret), by);
        await ScalarAsync(connection, "select pg_notify($1, $2)", cancellationToken, AccountStore.Channel, name);
        await transaction.CommitAsync(cancellationToken);
        return (secret, (int)number!, null);
    }

    /// <summary>Revokes a secret, or all of an account.</summary>
    /// <returns>How many were revoked.</returns>
    public async Task<int> RevokeAsync(string name, int? number, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var revoked = await ScalarAsync(
            connection,
            $"""
            with revoked as (
              update account.secret set revoked_at = now(), revoked_by = $3
              where name = $1 and ($2 = 0 or number = $2) and {Good} returning number)
            select count(pg_notify($4, $1))::int from revoked
            """,
            cancellationToken, name, number ?? 0, by, AccountStore.Channel);
        return (int)revoked!;
    }

    /// <summary>The secrets of an account, or of all, the latest first; those that are over too.</summary>
    public async Task<IReadOnlyList<SecretView>> ListAsync(string? name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select s.name, s.number, s.issued_at, s.issued_by, s.ends_at, s.revoked_at, s.revoked_by from account.secret s
            where $1 = '' or s.name = $1 order by s.name, s.number desc
            """);
        command.Parameters.Add(new() { Value = name ?? "" });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(
            row => new SecretView(
                row.GetString(0), row.GetInt32(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3), TimeOrNull(row, 4), TimeOrNull(row, 5),
                row.IsDBNull(6) ? null : row.GetString(6)),
            cancellationToken);
    }

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
