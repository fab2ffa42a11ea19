using DichVuCong.Contracts;
using DichVuCong.Runtime.Journal.Archive;
using Npgsql;

namespace DichVuCong.Registries.Dossiers.Timeline;

/// <summary>
/// The months in which the journal speaks of a dossier: from the one in which its row was made to the one after its sagas' last decision, since a
/// call that got no answer is parked days after the decision that sent it. So a timeline reads few partitions, and opens few files.
/// </summary>
/// <param name="First">The first month.</param>
/// <param name="Last">The last month.</param>
internal readonly record struct JournalSpan(DateOnly First, DateOnly Last)
{
    /// <summary>Each saga of the dossier, when the registry's row was made, and when the saga last decided.</summary>
    public const string Sagas =
        """
        select s.id, w.name, d.created_at, s.last_now
        from dossier.dossier d join bus.saga s on s.key = d.code join bus.word w on w.id = s.type
        where d.code = $1 and s.type in (select id from bus.word where kind = 'endpoint')
        """;

    /// <summary>When the span begins.</summary>
    public DateTimeOffset From => VietnamTime.At(First, TimeOnly.MinValue);

    /// <summary>When it is over.</summary>
    public DateTimeOffset Until => VietnamTime.At(Last.AddMonths(1), TimeOnly.MinValue);

    /// <summary>The span of a dossier's sagas; null when it has none yet.</summary>
    public static JournalSpan? Of(IReadOnlyList<JournalledSaga> sagas) => sagas.Count == 0
        ? null
        : new JournalSpan(MonthOf(sagas.Min(saga => saga.BornAt)), MonthOf(sagas.Max(saga => saga.LastAt)).AddMonths(1));

    /// <summary>Whether a month is among them.</summary>
    public bool Holds(ArchivedMonth month) => First <= month.Month && month.Month <= Last;

    private static DateOnly MonthOf(DateTimeOffset instant)
    {
        var day = VietnamTime.DayOf(instant);
        return new DateOnly(day.Year, day.Month, 1);
    }
}

/// <summary>A saga of a dossier.</summary>
/// <param name="Id">Its number in the journal.</param>
/// <param name="Endpoint">Its endpoint.</param>
/// <param name="BornAt">When the dossier's row was made.</param>
/// <param name="LastAt">When it last decided.</param>
internal sealed record JournalledSaga(long Id, string Endpoint, DateTimeOffset BornAt, DateTimeOffset LastAt)
{
    public static JournalledSaga Read(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3));
}
