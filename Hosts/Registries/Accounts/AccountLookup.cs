using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Sealing;
using Npgsql;

namespace DichVuCong.Registries.Accounts;

/// <summary>An account's row in the registry: no personal data.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Version">Its version.</param>
/// <param name="Cause">Why access was taken.</param>
/// <param name="ActiveAt">The last activity.</param>
/// <param name="LockAt">When it will be locked, once that was announced.</param>
/// <param name="Posts">The posts, by agency.</param>
public sealed record AccountRow(
    AccountId Account,
    AccountKind Kind,
    AccountState State,
    DateTimeOffset Since,
    int Version,
    LockCause? Cause,
    DateTimeOffset? ActiveAt,
    DateTimeOffset? LockAt,
    IReadOnlyList<AccountPost> Posts);

/// <summary>Finds accounts by their identity, their person and their agency, and opens profiles.</summary>
public sealed class AccountLookup(NpgsqlDataSource database, Sealer sealer)
{
    private const string Select =
        """
        select a.id, a.kind, a.state, a.state_since, a.version, a.cause, a.active_at, a.lock_at,
          coalesce(array_agg(p.agency order by p.agency) filter (where p.agency is not null), '{}'),
          coalesce(array_agg(p.groups order by p.agency) filter (where p.agency is not null), '{}'),
          coalesce(array_agg(array_to_string(p.systems, ',') order by p.agency) filter (where p.agency is not null), '{}')
        from account.account a left join account.post p on p.account = a.id
        """;

    /// <summary>Finds one by its identity.</summary>
    public async Task<AccountRow?> FindAsync(AccountId account, CancellationToken cancellationToken) =>
        await ReadAsync($"{Select} where a.id = $1 group by a.id", [account.Value], cancellationToken) is [var found, ..] ? found : null;

    /// <summary>Finds the person's living account: neither refused nor withdrawn.</summary>
    public async Task<AccountRow?> FindPersonAsync(PersonalId person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var sql = $"{Select} where a.person = $1 and a.state not in (4, 10) group by a.id";
        return await ReadAsync(sql, [sealer.HashIdentity(person.Reveal())], cancellationToken) is [var found, ..] ? found : null;
    }

    /// <summary>The accounts with a post in an agency, by their identities, from after one of them on.</summary>
    public Task<IReadOnlyList<AccountRow>> ListAsync(AgencyCode agency, AccountId after, int limit, CancellationToken cancellationToken) => ReadAsync(
        $"{Select} where a.id in (select q.account from account.post q where q.agency = $1 and q.account > $2 order by q.account limit $3) group by a.id order by a.id",
        [agency.Value, after.Value, limit],
        cancellationToken);

    /// <summary>Opens a revision of a profile; null when there is none. For the partner's body alone.</summary>
    public async Task<AccountProfile?> OpenAsync(AccountId account, int revision, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select key, sealed from account.profile where account = $1 and revision = $2");
        command.Parameters.Add(new() { Value = account.Value });
        command.Parameters.Add(new() { Value = revision });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var plain = sealer.Open(reader.GetInt16(0), reader.GetFieldValue<byte[]>(1), Places.Profile(account.Value, revision));
        return JsonSerializer.Deserialize(plain, AccountProfileJson.Default.AccountProfile);
    }

    private async Task<IReadOnlyList<AccountRow>> ReadAsync(string sql, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<AccountRow>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(Read(reader));
        return rows;
    }

    private static AccountRow Read(NpgsqlDataReader reader)
    {
        var (agencies, groups, systems) = (reader.GetFieldValue<string[]>(8), reader.GetFieldValue<string[]>(9), reader.GetFieldValue<string[]>(10));
        return new AccountRow(
            AccountId.Parse(reader.GetString(0)),
            (AccountKind)reader.GetInt16(1),
            (AccountState)reader.GetInt16(2),
            reader.GetFieldValue<DateTimeOffset>(3),
            reader.GetInt32(4),
            reader.IsDBNull(5) ? null : (LockCause)reader.GetInt16(5),
            TimeOrNull(reader, 6),
            TimeOrNull(reader, 7),
            [.. agencies.Select((agency, index) => new AccountPost(
                AgencyCode.Parse(agency), GroupSet.Parse(groups[index]), systems[index].Split(',', StringSplitOptions.RemoveEmptyEntries)))]);
    }

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
