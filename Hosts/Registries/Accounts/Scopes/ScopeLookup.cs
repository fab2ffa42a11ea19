using System.Globalization;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Accounts.Scopes;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Scopes;

/// <summary>A scope's row.</summary>
/// <param name="Place">Where it stands in the order of changes.</param>
/// <param name="System">The system.</param>
/// <param name="Change">What is held.</param>
/// <param name="Granted">Whether the officer may receive the procedure.</param>
/// <param name="Conflict">Whether words contradict each other.</param>
/// <param name="State">How far the system is.</param>
/// <param name="Reason">Its words, when it refused.</param>
/// <param name="At">When it changed.</param>
public sealed record ScopeRow(
    ScopePlace Place, string System, ScopeChange Change, bool Granted, bool Conflict, PushState State, string? Reason, DateTimeOffset At);

/// <summary>A place in the order of changes.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Id">The row in it.</param>
public readonly record struct ScopePlace(ulong Transaction, long Id);

/// <summary>The row of an agency's comparisons.</summary>
/// <param name="System">The system.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Run">How often it was compared.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Ours">Our digest.</param>
/// <param name="Theirs">The system's.</param>
/// <param name="Differing">How many officers differed.</param>
/// <param name="Found">How many were found to differ since it is watched.</param>
/// <param name="At">When.</param>
public sealed record ComparisonRow(
    string System, AgencyCode Agency, int Run, ComparisonState State, string? Ours, string? Theirs, int Differing, long Found, DateTimeOffset At);

/// <summary>Reads scopes and comparisons.</summary>
public sealed class ScopeLookup(NpgsqlDataSource database)
{
    private const string Select = "select s.tx::text, s.id, s.system, s.register::text, s.granted, s.conflict, s.state, s.reason, s.updated_at from account.scope s";

    /// <summary>
    /// The life in whose name our side speaks: the second in which the database was made, or last restored. So it is another after each restore,
    /// also after a second one from the same backup.
    /// </summary>
    public async Task<long> LifeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select extract(epoch from marked_at)::bigint from bus.incarnation order by n desc limit 1");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The scopes of an officer, towards all systems.</summary>
    public Task<IReadOnlyList<ScopeRow>> OfAsync(AccountId account, CancellationToken cancellationToken) =>
        ReadAsync($"{Select} where s.account = $1 order by s.system, s.procedure limit 10000", [account.Value], cancellationToken);

    /// <summary>What changed of the scopes that a system shares, behind a place; only what is over for everybody.</summary>
    public Task<IReadOnlyList<ScopeRow>> ChangedAsync(string system, ScopePlace after, int limit, CancellationToken cancellationToken) => ReadAsync(
        $"{Select} where s.system = $1 and (s.tx, s.id) > ($2::text::xid8, $3) and s.tx < pg_snapshot_xmin(pg_current_snapshot()) order by s.tx, s.id limit $4",
        [system, after.Transaction.ToString(CultureInfo.InvariantCulture), after.Id, limit], cancellationToken);

    /// <summary>The comparisons of some systems' agencies.</summary>
    public async Task<IReadOnlyList<ComparisonRow>> ComparisonsAsync(string? system, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select system, agency, run, state, ours, theirs, differing, found, at from account.comparison where $1 is null or system = $1 order by system, agency");
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = system });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ComparisonRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new ComparisonRow(
                reader.GetString(0), AgencyCode.Parse(reader.GetString(1)), reader.GetInt32(2), (ComparisonState)reader.GetInt16(3),
                reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetInt32(6), reader.GetInt64(7),
                reader.GetFieldValue<DateTimeOffset>(8)));
        }

        return rows;
    }

    /// <summary>Agencies with officers on a system that nobody compares yet.</summary>
    public async Task<IReadOnlyList<(string System, AgencyCode Agency)>> UnwatchedAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select distinct s.system, p.agency from account.post p cross join lateral unnest(p.systems) s(system)
            where not exists (select 1 from account.comparison c where c.system = s.system and c.agency = p.agency)
            order by 1, 2 limit $1
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, AgencyCode)>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add((reader.GetString(0), AgencyCode.Parse(reader.GetString(1))));
        return rows;
    }

    private async Task<IReadOnlyList<ScopeRow>> ReadAsync(string sql, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ScopeRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new ScopeRow(
                new ScopePlace(ulong.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetInt64(1)), reader.GetString(2),
                JsonSerializer.Deserialize(reader.GetString(3), ScopeJson.Default.ScopeChange)!, reader.GetBoolean(4), reader.GetBoolean(5),
                (PushState)reader.GetInt16(6), reader.IsDBNull(7) ? null : reader.GetString(7), reader.GetFieldValue<DateTimeOffset>(8)));
        }

        return rows;
    }
}
