using System.Collections.Concurrent;
using DichVuCong.Contracts.Identity;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Identity;

/// <summary>
/// How the partners do that are asked while somebody waits, and so by no line of a Worker: gathered in memory, and written every few seconds where
/// operators read how all partners do. What a process loses when it is killed are seconds of figures.
/// </summary>
public sealed class PartnerPulse(NpgsqlDataSource database)
{
    // As bus.line_outcome counts them.
    private const short Done = 1;
    private const short Refused = 2;
    private const short Failed = 3;

    private const string Outcomes =
        """
        insert into identity.partner_outcome as o (partner, kind, at, side, reason, milliseconds) select u.* from unnest($1, $2, $3, $4, $5, $6) u
        on conflict (partner, kind) do update set at = excluded.at, side = excluded.side, reason = excluded.reason, milliseconds = excluded.milliseconds
        where o.at <= excluded.at
        """;

    private const string Minutes =
        """
        insert into identity.partner_minute as m (partner, minute, done, refused, failed, milliseconds, longest) select u.* from unnest($1, $2, $3, $4, $5, $6, $7) u
        on conflict (partner, minute) do update set done = m.done + excluded.done, refused = m.refused + excluded.refused, failed = m.failed + excluded.failed,
          milliseconds = m.milliseconds + excluded.milliseconds, longest = greatest(m.longest, excluded.longest)
        """;

    private readonly ConcurrentQueue<Beat> _beats = new();

    /// <summary>Notes how a call went.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="at">When it ended.</param>
    /// <param name="took">How long it took.</param>
    public void Note<T>(string partner, IdentityAnswer<T> answer, DateTimeOffset at, TimeSpan took)
        where T : class
    {
        var (kind, side) = answer switch
        {
            IdentityAnswer<T>.Given => (Done, null),
            IdentityAnswer<T>.Refused { Kind: IdentityRefusal.Configuration } => (Failed, "us"),
            IdentityAnswer<T>.Refused { Kind: IdentityRefusal.Broken } => (Failed, "partner"),
            IdentityAnswer<T>.Refused => (Refused, (string?)null),
            IdentityAnswer<T>.Away { IsSilent: true } => (Failed, "network"),
            _ => (Failed, "partner"),
        };
        _beats.Enqueue(new Beat(partner, kind, at, side, answer.ToString(), (int)Math.Min(took.TotalMilliseconds, int.MaxValue)));
    }

    /// <summary>Writes what was noted.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var beats = new List<Beat>();
        while (_beats.TryDequeue(out var beat)) beats.Add(beat);
        if (beats.Count == 0) return;
        var last = beats.GroupBy(beat => (beat.Partner, beat.Kind)).Select(group => group.MaxBy(beat => beat.At)!)
            .OrderBy(beat => beat.Partner, StringComparer.Ordinal).ThenBy(beat => beat.Kind).ToList();
        var minutes = beats.GroupBy(beat => (beat.Partner, Minute: beat.At.UtcDateTime.Date.AddMinutes(Math.Floor(beat.At.UtcDateTime.TimeOfDay.TotalMinutes))))
            .OrderBy(group => group.Key.Partner, StringComparer.Ordinal).ThenBy(group => group.Key.Minute).ToList();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(Outcomes)
            .Column(last, beat => beat.Partner).Column(last, beat => beat.Kind).Column(last, beat => beat.At.UtcDateTime).Column(last, beat => beat.Side)
            .Column(last, beat => beat.Reason).Column(last, beat => beat.Milliseconds);
        batch.Append(Minutes)
            .Column(minutes, group => group.Key.Partner).Column(minutes, group => DateTime.SpecifyKind(group.Key.Minute, DateTimeKind.Utc))
            .Column(minutes, group => group.Count(beat => beat.Kind == Done)).Column(minutes, group => group.Count(beat => beat.Kind == Refused))
            .Column(minutes, group => group.Count(beat => beat.Kind == Failed)).Column(minutes, group => group.Sum(beat => (long)beat.Milliseconds))
            .Column(minutes, group => group.Max(beat => beat.Milliseconds));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Beat(string Partner, short Kind, DateTimeOffset At, string? Side, string Reason, int Milliseconds);
}
