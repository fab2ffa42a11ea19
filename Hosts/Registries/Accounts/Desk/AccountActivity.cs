using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>An account as far as activity needs it.</summary>
/// <param name="ActiveAt">The last activity that is known; null for none yet.</param>
/// <param name="Agencies">The agencies of its posts.</param>
public sealed record ActiveAccount(DateTimeOffset? ActiveAt, IReadOnlyList<AgencyCode> Agencies);

/// <summary>When accounts were active last, for many at once.</summary>
public sealed class AccountActivity(NpgsqlDataSource database)
{
    private const string Select =
        """
        select a.id, a.active_at, array(select p.agency from account.post p where p.account = a.id order by p.agency)
        from account.account a where a.id = any($1) and a.state not in (4, 10)
        """;

    /// <summary>Those of the accounts that there are.</summary>
    public async Task<IReadOnlyDictionary<AccountId, ActiveAccount>> FindAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = accounts.Select(account => account.Value).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<AccountId, ActiveAccount>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(
                AccountId.Parse(reader.GetString(0)),
                new ActiveAccount(
                    reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1), [.. reader.GetFieldValue<string[]>(2).Select(AgencyCode.Parse)]));
        }

        return found;
    }
}
