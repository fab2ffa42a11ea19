using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts.Citizens;
using DichVuCong.Registries.Payments;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Sql;
using DichVuCong.Saga.Accounts.Citizens;
using Npgsql;

namespace DichVuCong.Registries.Accounts.Citizens;

/// <summary>What a page of a run did.</summary>
/// <param name="Due">How many accounts were due.</param>
/// <param name="Told">How many notices were ordered.</param>
/// <param name="Locked">How many accounts were locked.</param>
public readonly record struct CitizenPage(int Due, int Told, int Locked);

/// <summary>
/// The clock of citizens' accounts: what is due is found by one query on one index, whatever the number of accounts, and moved to its next step in the
/// very transaction that orders its notices. Several hosts share the work, and nobody is told twice.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="rules">The times.</param>
/// <param name="append">Appends messages to a transaction: that of the step.</param>
public sealed class CitizenRun(NpgsqlDataSource database, CitizenRules rules, Func<NpgsqlBatch, IReadOnlyList<DoorMessage>, DateTimeOffset, CancellationToken, Task> append)
{
    /// <summary>How many accounts are taken at once.</summary>
    public const int Page = 1000;

    /// <summary>What is due, by the index on it; what another host has in hand is left to it.</summary>
    public const string SelectDue =
        "select c.id, c.active_at, c.step from account.citizen c where c.due <= $1 order by c.due limit $2 for update skip locked";

    private const string Move =
        """
        update account.citizen c set step = u.step, due = u.due, state = case when u.due is null then 2 else 1 end, changed_at = now()
        from unnest($1, $2, $3) u(id, step, due) where c.id = u.id
        """;

    private const string Note =
        """
        insert into account.citizen_notice (citizen, since, number, channel, at)
        select u.id, u.since, u.number, ch.channel, $4 from unnest($1, $2, $3) u(id, since, number) cross join (values (1), (2)) ch(channel)
        on conflict do nothing returning citizen, since, number, channel
        """;

    private const string Answered =
        """
        update account.citizen_restore r set told_at = $1
        where (r.citizen, r.id) in (
          select a.citizen, a.id from account.citizen_restore a where a.answered_at is not null and a.told_at is null order by a.answered_at limit $2 for update skip locked)
        returning r.citizen, r.accepted, r.asked_at
        """;

    private const short Sms = 1;

    /// <summary>Tells citizens the answers to their requests to restore an account, each once.</summary>
    public async Task<int> TellAnswersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Answered, connection);
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        command.Parameters.Add(new() { Value = Page });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var answered = await reader.AllAsync(
            row => (Citizen: row.GetString(0), Notice: row.GetBoolean(1) ? CitizenNotice.Restored : CitizenNotice.NotRestored, Since: row.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken);
        await reader.DisposeAsync();
        if (answered.Count == 0) return 0;
        await using var batch = new NpgsqlBatch(connection);
        var messages = answered.SelectMany(row => new object[]
        {
            new NotifyCitizenBySms(row.Citizen, row.Notice, row.Since, LockOn: null), new NotifyCitizenByEmail(row.Citizen, row.Notice, row.Since, LockOn: null),
        });
        await append(batch, [.. messages.Select(message => new DoorMessage(message, AccountFlow.Shared))], now, cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answered.Count;
    }

    /// <summary>Takes one page of what is due; as long as it is a whole <see cref="Page"/>, there may be more.</summary>
    public async Task<CitizenPage> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var due = await DueAsync(connection, now, cancellationToken);
        if (due.Count == 0) return default;
        var steps = due.ConvertAll(row => (Row: row, Step: rules.Next(row.Step, row.ActiveAt, now)));
        var told = steps.Where(step => !step.Step.Locks).OrderBy(step => step.Row.Id, StringComparer.Ordinal).ToList();
        var ordered = await NoteAsync(connection, told, now, cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        var moved = steps.OrderBy(step => step.Row.Id, StringComparer.Ordinal).ToList();
        batch.Append(Move).Column(moved, step => step.Row.Id).Column(moved, step => (short)step.Step.Step).Column(moved, step => step.Step.Due?.UtcDateTime);
        var days = told.ToDictionary(step => step.Row.Id, LockOn, StringComparer.Ordinal);
        await append(batch, [.. ordered.Select(notice => new DoorMessage(MessageOf(notice, days[notice.Citizen]), AccountFlow.Shared))], now, cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new CitizenPage(due.Count, ordered.Count, steps.Count - told.Count);
    }

    private static object MessageOf((string Citizen, DateTimeOffset Since, short Number, short Channel) notice, DateOnly? lockOn) => notice.Channel == Sms
        ? new NotifyCitizenBySms(notice.Citizen, (CitizenNotice)notice.Number, notice.Since, lockOn)
        : new NotifyCitizenByEmail(notice.Citizen, (CitizenNotice)notice.Number, notice.Since, lockOn);

    // The first notice does not know the day yet: it is counted from the second.
    private static DateOnly? LockOn((DueCitizen Row, CitizenStep Step) step) =>
        step.Step is { Step: (int)CitizenNotice.SecondWarning, Due: { } due } ? VietnamTime.DayOf(due) : null;

    private static async Task<List<DueCitizen>> DueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectDue, connection);
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        command.Parameters.Add(new() { Value = Page });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => new DueCitizen(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt16(2)), cancellationToken);
    }

    private static async Task<List<(string Citizen, DateTimeOffset Since, short Number, short Channel)>> NoteAsync(
        NpgsqlConnection connection, List<(DueCitizen Row, CitizenStep Step)> told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (told.Count == 0) return [];
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Note)
            .Column(told, step => step.Row.Id).Column(told, step => step.Row.ActiveAt.UtcDateTime).Column(told, step => (short)step.Step.Step).With(now.UtcDateTime);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.AllAsync(row => (row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt16(2), row.GetInt16(3)), cancellationToken);
    }

    private sealed record DueCitizen(string Id, DateTimeOffset ActiveAt, int Step);
}
