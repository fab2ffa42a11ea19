using DichVuCong.Contracts;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using Npgsql;

namespace DichVuCong.Registries.Operations.Overview;

/// <summary>Looks at the queues once a minute and keeps what it saw, whichever host does it.</summary>
public sealed class FlowSamples(NpgsqlDataSource database)
{
    /// <summary>For how long samples are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>The second host of the same minute finds the row there, or the lock taken, and does nothing.</summary>
    private const string Take =
        """
        insert into operations.sample (at, ready, ready_age, calls, call_age, parked, filed, finished, payments)
        select m.at, r.n, greatest(0, coalesce(extract(epoch from now() - r.oldest), 0)), c.n, greatest(0, coalesce(extract(epoch from now() - c.oldest), 0)), p.n,
          f.filed, f.finished, t.n
        from (select date_trunc('minute', now()) at, (now() at time zone 'Asia/Ho_Chi_Minh')::date today) m
        cross join (select count(*) n, min(sent_at) oldest from bus.ready) r
        cross join (select count(*) n, min(sent_at) oldest from (select sent_at from bus.outbound union all select sent_at from bus.later) q) c
        cross join (select count(*) n from bus.parked) p
        cross join lateral (
          select coalesce(sum(d.amount) filter (where d.figure = any($1)), 0) filed, coalesce(sum(d.amount) filter (where d.figure = any($2)), 0) finished
          from dossier.daily d where d.day = m.today and d.figure = any($1 || $2)) f
        cross join lateral (
          select count(*) n from payment.feed e where e.type = $3 and e.at >= m.at - interval '1 minute' and e.at < m.at) t
        where pg_try_advisory_xact_lock(x'4456434B'::int, 41) and not exists (select 1 from operations.sample s where s.at = m.at)
        on conflict (at) do nothing
        """;

    private const string Forget = "delete from operations.sample where at < now() - make_interval(secs => $1)";

    /// <summary>What is counted from the day's beginning is less than in the sample before when a day has begun in between.</summary>
    private const string Read =
        """
        select at, ready, ready_age, calls, call_age, parked,
          case when filed >= filed_before then filed - filed_before else filed end / minutes,
          case when finished >= finished_before then finished - finished_before else finished end / minutes, payments
        from (
          select s.*, lag(filed, 1, filed) over w filed_before, lag(finished, 1, finished) over w finished_before,
            greatest(1, extract(epoch from at - lag(at, 1, at) over w) / 60)::float8 minutes
          from operations.sample s where s.at > $1 and s.at <= $2 window w as (order by s.at)) x
        order by at
        """;

    private static readonly short[] Filed = [(short)DailyFigure.Filed, (short)DailyFigure.ReceivedAtCounter];

    private static readonly short[] Finished =
        [(short)DailyFigure.FinishedOnTime, (short)DailyFigure.FinishedLate, (short)DailyFigure.NotAccepted, (short)DailyFigure.Withdrawn, (short)DailyFigure.Stopped];

    private static readonly string Paid = MessageNameAttribute.Of(typeof(OrderStateChanged));

    /// <summary>Keeps the sample of this minute; false when another host has.</summary>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var take = new NpgsqlCommand(Take, connection);
        take.Parameters.Add(new() { Value = Filed });
        take.Parameters.Add(new() { Value = Finished });
        take.Parameters.Add(new() { Value = Paid });
        if (await take.ExecuteNonQueryAsync(cancellationToken) == 0) return false;
        await using var forget = new NpgsqlCommand(Forget, connection);
        forget.Parameters.Add(new() { Value = Kept.TotalSeconds });
        await forget.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    /// <summary>The samples of a period, the earliest first.</summary>
    public async Task<IReadOnlyList<FlowSample>> BetweenAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new() { Value = from.UtcDateTime });
        command.Parameters.Add(new() { Value = to.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var samples = new List<FlowSample>();
        while (await reader.ReadAsync(cancellationToken))
        {
            samples.Add(new FlowSample(
                reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1), reader.GetFloat(2), reader.GetInt64(3), reader.GetFloat(4), reader.GetInt64(5),
                reader.GetDouble(6), reader.GetDouble(7), reader.GetInt64(8)));
        }

        return samples;
    }
}
