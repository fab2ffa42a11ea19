using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Desk;

/// <summary>How far a one-stop system is with an account.</summary>
/// <param name="System">The system.</param>
/// <param name="Version">The latest version it was sent.</param>
/// <param name="State">What became of that.</param>
/// <param name="Reason">Its words, when it refused.</param>
/// <param name="At">Since when.</param>
public sealed record SystemPush(string System, int Version, PushState State, string? Reason, DateTimeOffset At);

/// <summary>A request as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Account">The account.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Agency">The unit.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CompleteAt">Since when its time runs.</param>
/// <param name="Deadline">By when it should be done.</param>
/// <param name="IsOverdue">Whether that has passed.</param>
public sealed record RequestRow(
    string Id,
    AccountId Account,
    AccountRequestKind Kind,
    AgencyCode Agency,
    AccountRequestState State,
    DateTimeOffset CompleteAt,
    DateTimeOffset Deadline,
    bool IsOverdue);

/// <summary>What was done with an account, by whom and why (A9.4).</summary>
/// <param name="Version">The account's version after it.</param>
/// <param name="Step">The message or clock.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Document">The document's number; null for none.</param>
/// <param name="At">When.</param>
public sealed record AccountStep(int Version, string Step, string By, string Reason, string? Document, DateTimeOffset At);

/// <summary>What stands around an account: systems, requests, steps.</summary>
public sealed class AccountStandings(NpgsqlDataSource database)
{
    internal const string RequestColumns = "r.id, r.account, r.kind, r.agency, r.state, r.complete_at, r.deadline, r.overdue";

    /// <summary>How far the systems are, each with the latest version it was sent.</summary>
    public Task<IReadOnlyList<SystemPush>> SystemsAsync(AccountId account, CancellationToken cancellationToken) => ReadAsync(
        "select distinct on (p.system) p.system, p.version, p.state, p.reason, p.at from account.push p where p.account = $1 order by p.system, p.version desc",
        row => new SystemPush(row.GetString(0), row.GetInt32(1), (PushState)row.GetInt16(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetFieldValue<DateTimeOffset>(4)),
        cancellationToken, account.Value);

    /// <summary>The requests for an account, the latest first.</summary>
    public Task<IReadOnlyList<RequestRow>> RequestsAsync(AccountId account, CancellationToken cancellationToken) => ReadAsync(
        $"select {RequestColumns} from account.request r where r.account = $1 order by r.complete_at desc", ReadRequest, cancellationToken, account.Value);

    /// <summary>One request; null when there is none.</summary>
    public async Task<RequestRow?> RequestAsync(AccountId account, string id, CancellationToken cancellationToken) =>
        await ReadAsync($"select {RequestColumns} from account.request r where r.account = $1 and r.id = $2", ReadRequest, cancellationToken, account.Value, id)
            is [var found, ..] ? found : null;

    /// <summary>What was done with an account, the latest last.</summary>
    public Task<IReadOnlyList<AccountStep>> StepsAsync(AccountId account, CancellationToken cancellationToken) => ReadAsync(
        "select s.version, s.step, s.by_account, s.reason, s.document_number, s.at from account.step s where s.account = $1 order by s.at, s.version, s.id",
        row => new AccountStep(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<DateTimeOffset>(5)),
        cancellationToken, account.Value);

    /// <summary>The latest revision of the profile.</summary>
    public async Task<int> ProfileRevisionAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select max(revision) from account.profile where account = $1");
        command.Parameters.Add(new() { Value = account.Value });
        return await command.ExecuteScalarAsync(cancellationToken) is int revision ? revision : throw new InvalidOperationException($"{account} has no profile.");
    }

    /// <summary>Notes who looks at a profile, before it is shown.</summary>
    public async Task NoteViewAsync(AccountId account, string by, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("insert into account.viewed (account, by_account) values ($1, $2)");
        command.Parameters.Add(new() { Value = account.Value });
        command.Parameters.Add(new() { Value = by });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static RequestRow ReadRequest(NpgsqlDataReader row) => new(
        row.GetString(0), AccountId.Parse(row.GetString(1)), (AccountRequestKind)row.GetInt16(2), AgencyCode.Parse(row.GetString(3)), (AccountRequestState)row.GetInt16(4),
        row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6), row.GetBoolean(7));

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
