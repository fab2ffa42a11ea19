using System.Net;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Access;

/// <summary>The accounts in the database.</summary>
public sealed class AccountStore(NpgsqlDataSource database)
{
    /// <summary>All accounts that are enabled.</summary>
    public async Task<IReadOnlyList<Account>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select name, kind, system, password, token, networks, development from access.account where enabled order by name");
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
                reader.GetBoolean(6)));
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

        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Disables an account; its sessions end within seconds.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DisableAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("update access.account set enabled = false where name = $1 and enabled");
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>The hash under which a token is kept.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

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
