using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Registries.Payments;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>An account whose lock is announced.</summary>
/// <param name="Account">The account.</param>
/// <param name="Agencies">The agencies of its posts.</param>
/// <param name="ActiveAt">The last activity; null for none yet.</param>
/// <param name="LockAt">When it will be locked.</param>
public sealed record LockingRow(AccountId Account, IReadOnlyList<string> Agencies, DateTimeOffset? ActiveAt, DateTimeOffset LockAt);

/// <summary>A change that a one-stop system refused or has not confirmed yet.</summary>
/// <param name="System">The system.</param>
/// <param name="Account">The account.</param>
/// <param name="Version">The version.</param>
/// <param name="State">Which of the two.</param>
/// <param name="Reason">Its words.</param>
/// <param name="At">Since when.</param>
public sealed record PushRow(string System, AccountId Account, int Version, PushState State, string? Reason, DateTimeOffset At);

/// <summary>An agency's review.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Due">When the next one is due.</param>
/// <param name="IsOverdue">Whether that has passed.</param>
/// <param name="LastOn">The day of the last one.</param>
public sealed record ReviewRow(AgencyCode Agency, DateTimeOffset Due, bool IsOverdue, DateOnly? LastOn);

/// <summary>What operators watch: locks that come, systems that lag, reviews that are due.</summary>
/// <param name="database">The database.</param>
/// <param name="agencies">The agencies that the operator may see; null for all.</param>
public sealed class AccountWatchLists(NpgsqlDataSource database, IReadOnlyList<string>? agencies = null)
{
    private static readonly DateTime FarAway = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Accounts that will be locked by a time, the first first.</summary>
    public Task<List<LockingRow>> LockingAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) => ReadAsync(
        """
        select a.id, array(select p.agency from account.post p where p.account = a.id order by p.agency), a.active_at, a.lock_at
        from account.account a where a.lock_at <= $1
          and ($3 or exists (select 1 from account.post o where o.account = a.id and o.agency = any($4))) order by a.lock_at, a.id limit $2
        """,
        row => new LockingRow(
            AccountId.Parse(row.GetString(0)), row.GetFieldValue<string[]>(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2),
            row.GetFieldValue<DateTimeOffset>(3)),
        cancellationToken, until.UtcDateTime, limit);

    /// <summary>Latest versions that are refused or not confirmed, the oldest first. What a later version has made superfluous is not among them.</summary>
    public Task<List<PushRow>> PushesAsync(bool refusedOnly, int limit, CancellationToken cancellationToken) => ReadAsync(
        """
        select p.system, p.account, p.version, p.state, p.reason, p.at from account.push p
        where p.state <> 2 and (not $1 or p.state = 3)
          and not exists (select 1 from account.push l where l.account = p.account and l.system = p.system and l.version > p.version)
          and ($3 or exists (select 1 from account.post o where o.account = p.account and o.agency = any($4)))
        order by p.at limit $2
        """,
        row => new PushRow(
            row.GetString(0), AccountId.Parse(row.GetString(1)), row.GetInt32(2), (PushState)row.GetInt16(3), row.TextOrNull(4), row.GetFieldValue<DateTimeOffset>(5)),
        cancellationToken, refusedOnly, limit);

    /// <summary>Open requests of units, the first to be due first.</summary>
    /// <param name="overdueAt">Only those that are late by then; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<List<RequestRow>> RequestsAsync(DateTimeOffset? overdueAt, int limit, CancellationToken cancellationToken) => ReadAsync(
        $"""
        select {AccountStandings.RequestColumns} from account.request r
        where r.state in (1, 2, 3) and r.deadline <= $1 and ($3 or r.agency = any($4)) order by r.deadline limit $2
        """,
        AccountStandings.ReadRequest, cancellationToken, overdueAt?.UtcDateTime ?? FarAway, limit);

    /// <summary>Reviews, the first to be due first.</summary>
    /// <param name="overdueAt">Only those that are late by then; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<List<ReviewRow>> ReviewsAsync(DateTimeOffset? overdueAt, int limit, CancellationToken cancellationToken) => ReadAsync(
        "select r.agency, r.due, r.overdue, r.last_on from account.review r where r.due <= $1 and ($3 or r.agency = any($4)) order by r.due, r.agency limit $2",
        row => new ReviewRow(
            AgencyCode.Parse(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1), row.GetBoolean(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3)),
        cancellationToken, overdueAt?.UtcDateTime ?? FarAway, limit);

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        command.Parameters.Add(new() { Value = agencies is null });
        command.Parameters.Add(new() { Value = agencies is null ? [] : agencies.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(read, cancellationToken);
    }
}
