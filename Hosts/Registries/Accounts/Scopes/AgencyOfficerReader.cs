using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Scopes;

/// <summary>An officer whom a system should hold.</summary>
/// <param name="Account">The account.</param>
/// <param name="Hash">The hash of it (<see cref="OfficerDigest"/>).</param>
/// <param name="IsUnderWay">Whether the system has not confirmed the last of it yet.</param>
public sealed record OfficerHash(AccountId Account, string Hash, bool IsUnderWay);

/// <summary>Our side of a comparison, in one statement: as of one time.</summary>
public sealed class AgencyOfficerReader(NpgsqlDataSource database)
{
    // Accounts that exist (created to locked) and have a post in the agency; of the pushes to the system the last one counts.
    private const string Officers =
        """
        select a.id, a.state, p.groups, coalesce(s.procedures, '{}'), coalesce(s.lives, '{}'), coalesce(s.instants, '{}'),
          coalesce(s.waiting, false) or coalesce(u.state = 1, true)
        from account.post p
        join account.account a on a.id = p.account and a.state between 5 and 9
        left join lateral (
          select array_agg(c.procedure) filter (where c.granted) procedures, array_agg(c.life) filter (where c.granted) lives,
            array_agg(c.said_at) filter (where c.granted) instants, bool_or(c.state = 1) waiting
          from account.scope c where c.system = $1 and c.account = a.id) s on true
        left join lateral (select x.state from account.push x where x.account = a.id and x.system = $1 order by x.version desc limit 1) u on true
        where p.agency = $2 and $1 = any(p.systems) and p.groups <> ''
        """;

    private const string Known =
        """
        select a.id, coalesce(array_agg(c.procedure order by c.procedure) filter (where c.procedure is not null), '{}')
        from account.account a left join account.scope c on c.system = $1 and c.account = a.id
        where a.id = any($2) group by a.id
        """;

    /// <summary>The officers of an agency whom a system should hold.</summary>
    public async Task<IReadOnlyList<OfficerHash>> ReadAsync(string system, AgencyCode agency, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Officers);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = system });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = agency.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var officers = new List<OfficerHash>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var account = AccountId.Parse(reader.GetString(0));
            var (procedures, lives, instants) = (reader.GetFieldValue<string[]>(3), reader.GetFieldValue<string[]>(4), reader.GetFieldValue<string[]>(5));
            var grants = procedures.Select((procedure, index) => (ProcedureCode.Parse(procedure), LifeOf(lives[index]), InstantOf(instants[index])));
            officers.Add(new OfficerHash(
                account, OfficerDigest.Of(account, (AccountState)reader.GetInt16(1), GroupSet.Parse(reader.GetString(2)), grants), reader.GetBoolean(6)));
        }

        return officers;
    }

    /// <summary>Of some accounts those that we have, with the procedures of which we know something towards a system.</summary>
    public async Task<IReadOnlyDictionary<AccountId, IReadOnlyList<ProcedureCode>>> KnownAsync(
        string system, IReadOnlyList<AccountId> accounts, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Known);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = system });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. accounts.Select(account => account.Value)] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<AccountId, IReadOnlyList<ProcedureCode>>();
        while (await reader.ReadAsync(cancellationToken))
            known.Add(AccountId.Parse(reader.GetString(0)), [.. reader.GetFieldValue<string[]>(1).Select(ProcedureCode.Parse)]);
        return known;
    }

    private static ScopeLife LifeOf(string text) => ScopeLife.TryParse(text, out var life) ? life : throw new FormatException("Not a life such as C1.");

    private static LogicalTime InstantOf(string text) => LogicalTime.TryParse(text, out var at) ? at : throw new FormatException("Not an instant such as 1772416800000.0.");
}
