using DichVuCong.Registries.Payments;
using DichVuCong.Saga.Accounts.Citizens;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Citizens;

/// <summary>A citizen's request to restore a locked account.</summary>
/// <param name="Citizen">The portal's id of the account.</param>
/// <param name="Id">The portal's own id of the request.</param>
/// <param name="AskedAt">When it came.</param>
/// <param name="Deadline">By when it is answered.</param>
public sealed record RestoreRequest(string Citizen, string Id, DateTimeOffset AskedAt, DateTimeOffset Deadline);

/// <summary>Takes requests to restore citizens' accounts, and their answers.</summary>
/// <param name="database">The database.</param>
/// <param name="rules">The times.</param>
public sealed class CitizenRestores(NpgsqlDataSource database, CitizenRules rules)
{
    private const string Columns = "r.citizen, r.id, r.asked_at, r.deadline";

    private const string Ask =
        """
        insert into account.citizen_restore (citizen, id, asked_at, deadline)
        select c.id, $2, $3, $4 from account.citizen c where c.id = $1 and c.state = 2
        on conflict (citizen, id) do nothing returning 1
        """;

    private const string Answer =
        """
        update account.citizen_restore r set accepted = $3, answered_at = $4, answered_by = $5, reason = $6
        where r.citizen = $1 and r.id = $2 and r.answered_at is null
        """;

    private const string Reopen = "update account.citizen c set state = 1, step = 0, active_at = $2, due = $3, changed_at = now() where c.id = $1 and c.state = 2";

    /// <summary>Takes a request; the same again gives the first one.</summary>
    /// <returns>The request and whether it is new; null when no locked account has the id.</returns>
    public async Task<(RestoreRequest? Request, bool IsNew)> AskAsync(string citizen, string id, DateTimeOffset now, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        await using var insert = database.CreateCommand(Ask);
        foreach (var value in new object[] { citizen, id, now.UtcDateTime, deadline.UtcDateTime }) insert.Parameters.Add(new() { Value = value });
        if (await insert.ExecuteScalarAsync(cancellationToken) is not null) return (new RestoreRequest(citizen, id, now, deadline), true);
        await using var select = database.CreateCommand($"select {Columns} from account.citizen_restore r where r.citizen = $1 and r.id = $2");
        select.Parameters.Add(new() { Value = citizen });
        select.Parameters.Add(new() { Value = id });
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return (await reader.ReadAsync(cancellationToken) ? Read(reader) : null, false);
    }

    /// <summary>What waits for an answer, the first to be due first.</summary>
    /// <param name="overdueAt">Only what is late by then; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<List<RestoreRequest>> OpenAsync(DateTimeOffset? overdueAt, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from account.citizen_restore r where r.answered_at is null and ($1::timestamptz is null or r.deadline <= $1) order by r.deadline limit $2");
        command.Parameters.Add(new() { Value = (object?)overdueAt?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(Read, cancellationToken);
    }

    /// <summary>Answers a request: the account is in use again or stays locked. The clock of citizens' accounts tells the citizen.</summary>
    /// <returns>Whether it was waiting for an answer.</returns>
    public async Task<bool> AnswerAsync(string citizen, string id, bool accepted, string by, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var answer = new NpgsqlCommand(Answer, connection);
        foreach (var value in new object[] { citizen, id, accepted, now.UtcDateTime, by, reason }) answer.Parameters.Add(new() { Value = value });
        if (await answer.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        if (accepted)
        {
            // What was restored counts as used now: else it would be warned of again at once.
            await using var reopen = new NpgsqlCommand(Reopen, connection);
            foreach (var value in new object[] { citizen, now.UtcDateTime, rules.FirstDue(now).UtcDateTime }) reopen.Parameters.Add(new() { Value = value });
            await reopen.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static RestoreRequest Read(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3));
}
