using Npgsql;

namespace DichVuCong.Registries.Operations;

/// <summary>A partner call of which nobody knows whether it happened, and that could not be asked for.</summary>
/// <param name="Message">The call.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Type">What was asked.</param>
/// <param name="Key">About what.</param>
/// <param name="Kind">possibleDouble: it was called again; possibleLoss: it was not.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why the outcome is unknown.</param>
public sealed record DoubtView(Guid Message, int Attempt, string Partner, string Type, string Key, string Kind, DateTimeOffset At, string Reason);

/// <summary>A refused repetition: the same identity with other content.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Endpoint">Which kind of call.</param>
/// <param name="Detail">More, without personal data.</param>
/// <param name="At">When.</param>
public sealed record ConflictView(long Id, string Endpoint, string Detail, DateTimeOffset At);

/// <summary>Lists doubts and conflicts, the latest first.</summary>
public sealed class DoubtList(NpgsqlDataSource database)
{
    /// <summary>Calls with an outcome that nobody knows.</summary>
    public async Task<IReadOnlyList<DoubtView>> DoubtsAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select d.message, d.attempt, l.partner, t.name, d.key, d.kind, d.at, d.reason
            from bus.doubt d join bus.line l on l.id = d.line join bus.word t on t.id = d.type order by d.at desc limit $1
            """);
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var doubts = new List<DoubtView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            doubts.Add(new DoubtView(
                reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetInt16(5) == 1 ? "possibleDouble" : "possibleLoss", reader.GetFieldValue<DateTimeOffset>(6), reader.GetString(7)));
        }

        return doubts;
    }

    /// <summary>Refused repetitions.</summary>
    public async Task<IReadOnlyList<ConflictView>> ConflictsAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select c.id, e.name, c.detail, c.at from bus.conflict c join bus.word e on e.id = c.endpoint order by c.id desc limit $1");
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var conflicts = new List<ConflictView>();
        while (await reader.ReadAsync(cancellationToken))
        {
            conflicts.Add(new ConflictView(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return conflicts;
    }
}
