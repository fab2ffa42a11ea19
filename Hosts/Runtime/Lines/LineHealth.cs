using DichVuCong.Messaging;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Runtime.Lines;

/// <summary>
/// What the calls of this process said about their partners since it was written down last. It is written beside outcomes, every other second
/// at most, so that thousands of calls cost a few rows.
/// </summary>
internal sealed class LineHealth
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private const string UpsertOutcomes =
        """
        insert into bus.line_outcome (line, kind, at, side, reason, milliseconds)
        select u.* from unnest($1, $2, $3, $4, $5, $6) u
        on conflict (line, kind) do update set at = excluded.at, side = excluded.side, reason = excluded.reason, milliseconds = excluded.milliseconds
        where line_outcome.at <= excluded.at
        """;

    private const string UpsertMinutes =
        """
        insert into bus.line_minute as m (line, minute, done, refused, failed, unclear, milliseconds, longest)
        select u.* from unnest($1, $2, $3, $4, $5, $6, $7, $8) u
        on conflict (line, minute) do update set done = m.done + excluded.done, refused = m.refused + excluded.refused, failed = m.failed + excluded.failed,
          unclear = m.unclear + excluded.unclear, milliseconds = m.milliseconds + excluded.milliseconds, longest = greatest(m.longest, excluded.longest)
        """;

    private readonly Dictionary<(int Line, OutcomeKind Kind), Last> _last = [];
    private readonly Dictionary<(int Line, DateTimeOffset Minute), Sums> _minutes = [];
    private DateTimeOffset _written;

    /// <summary>Whether there is something to write, and it is time.</summary>
    public bool IsDue(DateTimeOffset now) => _last.Count > 0 && now - _written >= Every;

    /// <summary>A call came back.</summary>
    public void Note(CompletedCall completed, DateTimeOffset now)
    {
        if (completed is not { WasStarted: true, ReachedOut: true, Attempt.Outcome: { } outcome, Took: { } took }) return;
        var (line, milliseconds) = (completed.Call.Line, (int)Math.Min(int.MaxValue, took.TotalMilliseconds));
        var reason = outcome.Reason ?? "";
        _last[(line, outcome.Kind)] = new Last(now, outcome.Side, reason, milliseconds);
        var minute = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), now.Offset);
        _minutes[(line, minute)] = _minutes.GetValueOrDefault((line, minute)).With(outcome.Kind, milliseconds);
    }

    /// <summary>Writes it down. What a commit that fails takes with it is lost: it is news, not a ledger.</summary>
    public void Append(NpgsqlBatch batch, DateTimeOffset now)
    {
        _written = now;
        var last = _last.OrderBy(row => row.Key.Line).ThenBy(row => row.Key.Kind).ToList();
        batch.Append(UpsertOutcomes)
            .Column(last, row => row.Key.Line)
            .Column(last, row => (short)row.Key.Kind)
            .Column(last, row => row.Value.At.UtcDateTime)
            .Column(last, row => NameOf(row.Value.Side))
            .Column(last, row => row.Value.Reason)
            .Column(last, row => row.Value.Milliseconds);
        var minutes = _minutes.OrderBy(row => row.Key.Line).ThenBy(row => row.Key.Minute).ToList();
        batch.Append(UpsertMinutes)
            .Column(minutes, row => row.Key.Line)
            .Column(minutes, row => row.Key.Minute.UtcDateTime)
            .Column(minutes, row => row.Value.Done)
            .Column(minutes, row => row.Value.Refused)
            .Column(minutes, row => row.Value.Failed)
            .Column(minutes, row => row.Value.Unclear)
            .Column(minutes, row => row.Value.Milliseconds)
            .Column(minutes, row => row.Value.Longest);
        _last.Clear();
        _minutes.Clear();
    }

    /// <summary>As the table calls it.</summary>
    private static string? NameOf(FaultSide? side) => side switch
    {
        FaultSide.Us => "us",
        FaultSide.Network => "network",
        FaultSide.Partner => "partner",
        _ => null,
    };

    private sealed record Last(DateTimeOffset At, FaultSide? Side, string Reason, int Milliseconds);

    private readonly record struct Sums(int Done, int Refused, int Failed, int Unclear, long Milliseconds, int Longest)
    {
        public Sums With(OutcomeKind kind, int milliseconds) => new(
            Done + (kind == OutcomeKind.Done ? 1 : 0), Refused + (kind == OutcomeKind.Refused ? 1 : 0), Failed + (kind == OutcomeKind.Transient ? 1 : 0),
            Unclear + (kind is OutcomeKind.Unknown or OutcomeKind.Absent or OutcomeKind.Pending ? 1 : 0), Milliseconds + milliseconds,
            Math.Max(Longest, milliseconds));
    }
}
