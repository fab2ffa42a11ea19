using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Messaging;
using Npgsql;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>Counts the running clocks with calendars that are not in use yet.</summary>
internal sealed class CalendarCount(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>More are not gone through for a preview; the hosts count all of them.</summary>
    private const int Most = 1_000_000;

    /// <summary>A day touches the clocks that run over it.</summary>
    private const string Touched =
        """
        select w.name, c.rule, c.calendar, c.budget, c.started, c.used, c.due, s.key
        from bus.mark m
        join bus.clock c on c.lane = m.lane and c.state = 1 and c.due >= $1
        join bus.word w on w.id = c.name
        join bus.saga s on s.id = c.saga
        where c.calendar is not null and c.started < $2
        limit $3
        """;

    private const string Overdue = "select coalesce(sum(amount), 0)::bigint from dossier.daily where figure = 11 and day >= $1";

    public async Task<CalendarPreview> CountAsync(CalendarDay day, ICalendars calendars, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (looked, atOnce) = (0L, 0L);
        var rules = new SortedDictionary<string, RuleMoves>(StringComparer.Ordinal);
        await using var command = database.CreateCommand(Touched);
        command.CommandTimeout = 60;
        command.Parameters.Add(new() { Value = VietnamTime.At(day.Date, TimeOnly.MinValue).UtcDateTime });
        command.Parameters.Add(new() { Value = VietnamTime.At(day.Date.AddDays(1), TimeOnly.MinValue).UtcDateTime });
        command.Parameters.Add(new() { Value = (long)Most });
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                looked++;
                var (name, due) = (reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(6));
                var moved = calendars.Due(new ClockTerms(
                    reader.GetString(2), (TimeUnit)reader.GetInt16(1), reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(5)));
                if (moved == due) continue;
                if (moved <= now) atOnce++;
                var sum = rules.GetValueOrDefault(name) ?? new RuleMoves(name, 0, 0, reader.GetString(7));
                rules[name] = moved < due ? sum with { Earlier = sum.Earlier + 1 } : sum with { Later = sum.Later + 1 };
            }
        }

        await using var overdue = database.CreateCommand(Overdue);
        overdue.Parameters.Add(new() { Value = day.Date });
        return new CalendarPreview(day, looked, looked == Most, [.. rules.Values], atOnce, (long)(await overdue.ExecuteScalarAsync(cancellationToken))!);
    }
}
