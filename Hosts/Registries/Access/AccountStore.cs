using System.Net;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Access;

/// <summary>The accounts in the database.</summary>
public sealed class AccountStore(NpgsqlDataSource database)
{
    /// <summary>The channel on which hosts hear that accounts or secrets have changed.</summary>
    public const string Channel = "dvc_access";

    private const string Load =
        """
        select a.name, a.kind, a.system, a.password, a.token, a.networks, a.development,
          coalesce(array_agg(s.number order by s.number) filter (where s.number is not null), '{}'),
          coalesce(array_agg(s.hash order by s.number) filter (where s.number is not null), '{}'),
          coalesce(array_agg(coalesce(s.ends_at, 'infinity') order by s.number) filter (where s.number is not null), '{}')
        from access.account a
        left join account.secret s on s.name = a.name and s.revoked_at is null and (s.ends_at is null or s.ends_at > now())
        where a.enabled group by a.name order by a.name
        """;

    /// <summary>All accounts that are enabled, with the secrets that are good.</summary>
    public async Task<IReadOnlyList<Account>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Load);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var accounts = new List<Account>();
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new Account(
                reader.GetString(0),
                KindOf(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4),
                [.. reader.GetFieldValue<string[]>(5).Select(network => IPNetwork.Parse(network))],
                reader.GetBoolean(6))
            {
                Secrets = SecretsOf(reader.GetFieldValue<int[]>(7), reader.GetFieldValue<byte[][]>(8), reader.GetFieldValue<DateTime[]>(9)),
            });
        }

        return accounts;
    }

    /// <summary>Adds accounts, or replaces those of the same name.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="by">Who adds them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task SaveAsync(IReadOnlyCollection<Account> accounts, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var account in accounts.OrderBy(account => account.Name, StringComparer.Ordinal))
        {
            batch.Append(
                    """
                    insert into access.account (name, kind, system, password, token, networks, development, created_by)
                    values ($1, $2, $3, $4, $5, $6, $7, $8)
                    on conflict (name) do update set kind = excluded.kind, system = excluded.system, password = excluded.password,
                      token = excluded.token, networks = excluded.networks, development = excluded.development, enabled = true
                    """)
                .With(account.Name)
                .With(WordOf(account.Kind))
                .With(account.System)
                .With(account.PasswordHash)
                .With(account.TokenHash)
                .With(account.Networks.Select(network => network.ToString()).ToArray())
                .With(account.IsDevelopment)
                .With(by);
        }

        if (batch.BatchCommands.Count == 0) return;
        batch.Append("select pg_notify($1, '')").With(Channel);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Disables an account, with its secrets and sessions, on every host at once.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DisableAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            with disabled as (update access.account set enabled = false where name = $1 and enabled returning name)
            select count(pg_notify($2, d.name)) from disabled d
            """);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = Channel });
        return await command.ExecuteScalarAsync(cancellationToken) is 1L;
    }

    /// <summary>The hash under which a token is kept.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static IReadOnlyList<AccountSecret> SecretsOf(int[] numbers, byte[][] hashes, DateTime[] ends) =>
        [.. numbers.Select((number, index) => new AccountSecret(number, hashes[index], ends[index] == DateTime.MaxValue ? null : new DateTimeOffset(ends[index], TimeSpan.Zero)))];

    private static AccountKind KindOf(string word) => word switch
    {
        "portal" => AccountKind.Portal,
        "coordination" => AccountKind.Coordination,
        "onestop" => AccountKind.OneStop,
        "operator" => AccountKind.Operator,
        _ => throw new InvalidOperationException($"Unknown kind of account '{word}'."),
    };

    private static string WordOf(AccountKind kind) => kind switch
    {
        AccountKind.Portal => "portal",
        AccountKind.Coordination => "coordination",
        AccountKind.OneStop => "onestop",
        _ => "operator",
    };
}
