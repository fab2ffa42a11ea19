using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using Npgsql;
using NpgsqlTypes;

namespace DichVuCong.Registries.Operations.Work;

/// <summary>What needs a human now, and who has it. Items are not kept: each is there as long as what it is about is.</summary>
/// <param name="database">The database.</param>
/// <param name="access">Who may see and do what.</param>
/// <param name="audit">Who did what.</param>
/// <param name="time">The clock.</param>
public sealed class WorkDesk(NpgsqlDataSource database, AccessPolicy access, AuditTrail audit, TimeProvider time)
{
    /// <summary>Signs of a note at most.</summary>
    public const int NoteLength = 500;

    private const int AssigneeLength = 100;

    /// <summary>A deadline is near when it is due within this time.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(24);

    private const string WithNotes =
        """
        select w.kind, w.subject, w.detail, w.n, w.agency, w.since, w.due, n.step, n.note, n.assignee, n.by_account, n.at, h.assignee
        from (select * from ({0}) x {1}) w
        left join lateral (select * from operations.work_note x where x.item = $4 || ':' || w.subject order by x.id desc limit 1) n on true
        left join lateral (select x.assignee from operations.work_note x where x.item = $4 || ':' || w.subject and x.assignee is not null
          order by x.id desc limit 1) h on true
        order by w.due nulls last, w.since, w.subject
        """;

    /// <summary>How many things of each kind there are; kinds of which there are none too.</summary>
    public async Task<IReadOnlyList<WorkCount>> CountAsync(Operator person, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, Permission.Look);
        var kinds = Enum.GetValues<WorkKind>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var kind in kinds)
        {
            var command = new NpgsqlBatchCommand($"select count(*), min(w.since) from ({WorkSql.Of(kind)}) w");
            AddScope(command.Parameters, person);
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var counts = new List<WorkCount>();
        foreach (var kind in kinds)
        {
            await reader.ReadAsync(cancellationToken);
            counts.Add(new WorkCount(kind, reader.GetInt64(0), TimeOrNull(reader, 1)));
            await reader.NextResultAsync(cancellationToken);
        }

        return counts;
    }

    /// <summary>The things of a kind: what is due first comes first, then what is the oldest.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<WorkItem>> ListAsync(Operator person, WorkKind kind, int limit, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, Permission.Look);
        return await ReadAsync(person, kind, "order by x.due nulls last, x.since, x.subject limit $5", limit, cancellationToken);
    }

    /// <summary>One thing; null when it is mended, or never was.</summary>
    public async Task<WorkItem?> FindAsync(Operator person, string id, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, Permission.Look);
        if (WorkItem.KindOf(id) is not { } kind) return null;
        return await ReadAsync(person, kind, "where x.subject = $5", SubjectOf(id), cancellationToken) is [var item, ..] ? item : null;
    }

    /// <summary>Everything that was done about a thing, the earliest first; it stays when the thing is mended.</summary>
    public async Task<IReadOnlyList<WorkNote>> NotesAsync(Operator person, string id, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, Permission.Look);
        // Notes are words of people about a thing: who may not see the thing may not read them either.
        if (person.Scope is not null && await FindAsync(person, id, cancellationToken) is null) return [];
        await using var command = database.CreateCommand("select step, note, assignee, by_account, at from operations.work_note where item = $1 order by id");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var notes = new List<WorkNote>();
        while (await reader.ReadAsync(cancellationToken)) notes.Add(NoteAt(reader, 0)!);
        return notes;
    }

    /// <summary>Takes a step about a thing, and keeps it in the audit trail.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The thing.</param>
    /// <param name="step">What is done.</param>
    /// <param name="note">The words; they must be there when something is noted or handed over.</param>
    /// <param name="assignee">Who has it from now on; must be there when it is assigned or handed over, and only then.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="WorkException">A field is wrong, or the thing is not there any more.</exception>
    /// <exception cref="AccessRefusedException">The operator may not.</exception>
    public async Task StepAsync(Operator person, string id, WorkStep step, string? note, string? assignee, CancellationToken cancellationToken)
    {
        AccessPolicy.Require(person, Permission.Act);
        var (said, to) = Checked(step, note, assignee);
        var item = await FindAsync(person, id, cancellationToken)
            ?? throw new WorkException("item", "Việc này không còn: đã được xử lý, hoặc không thuộc phạm vi của bạn.");
        access.Require(person, Permission.Act, item.Agency);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(
            "insert into operations.work_note (item, step, note, assignee, by_account, at) values ($1, $2, $3, $4, $5, $6)", connection, transaction))
        {
            command.Parameters.Add(new() { Value = item.Id });
            command.Parameters.Add(new() { Value = (short)step });
            command.Parameters.Add(new() { Value = said });
            command.Parameters.Add(new() { Value = (object?)to ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = person.Subject });
            command.Parameters.Add(new() { Value = time.GetUtcNow().UtcDateTime });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await audit.WriteAsync(
            connection, transaction,
            new AuditEntry(person, $"work.{NameOf(step)}", "work", item.Id) { Agency = item.Agency, Reason = said.Length == 0 ? null : said, Detail = to },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static (string Note, string? Assignee) Checked(WorkStep step, string? note, string? assignee)
    {
        if (!Enum.IsDefined(step)) throw new WorkException("step", "Bước xử lý không có trong danh mục.");
        var (said, to) = (note?.Trim() ?? "", assignee?.Trim() is { Length: > 0 } name ? name : null);
        if (said.Length > NoteLength) throw new WorkException("note", $"Ghi chú không quá {NoteLength} ký tự.");
        if (to?.Length > AssigneeLength) throw new WorkException("assignee", $"Tên người nhận không quá {AssigneeLength} ký tự.");
        var (needsNote, needsAssignee) = step switch
        {
            WorkStep.HandedOver => (true, true),
            WorkStep.Assigned => (false, true),
            WorkStep.Noted => (true, false),
            _ => (false, false),
        };
        if (needsNote && said.Length == 0) throw new WorkException("note", "Phải ghi rõ nội dung bàn giao hoặc ghi chú.");
        if (needsAssignee && to is null) throw new WorkException("assignee", "Phải ghi rõ giao cho ai.");
        return (said, needsAssignee ? to : null);
    }

    private async Task<IReadOnlyList<WorkItem>> ReadAsync(Operator person, WorkKind kind, string which, object last, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(WithNotes.Replace("{0}", WorkSql.Of(kind), StringComparison.Ordinal).Replace("{1}", which, StringComparison.Ordinal));
        AddScope(command.Parameters, person);
        command.Parameters.Add(new() { Value = NameOf(kind) });
        command.Parameters.Add(new() { Value = last });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<WorkItem>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var subject = reader.GetString(1);
            items.Add(new WorkItem(
                $"{NameOf(kind)}:{subject}", kind, subject, kind == WorkKind.Parked ? MaskedText.Of(reader.GetString(2)) : reader.GetString(2), reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), TimeOrNull(reader, 6), NoteAt(reader, 7), reader.IsDBNull(12) ? null : reader.GetString(12)));
        }

        return items;
    }

    private void AddScope(NpgsqlParameterCollection parameters, Operator person)
    {
        var now = time.GetUtcNow();
        parameters.Add(new() { Value = (object?)access.CodesOf(person)?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        parameters.Add(new() { Value = now.UtcDateTime });
        parameters.Add(new() { Value = (now + Near).UtcDateTime });
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string SubjectOf(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static WorkNote? NoteAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column)
            ? null
            : new WorkNote(
                (WorkStep)reader.GetInt16(column), reader.GetString(column + 1), reader.IsDBNull(column + 2) ? null : reader.GetString(column + 2),
                reader.GetString(column + 3), reader.GetFieldValue<DateTimeOffset>(column + 4));

    private static DateTimeOffset? TimeOrNull(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
