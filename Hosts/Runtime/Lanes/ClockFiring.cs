using DichVuCong.Messaging;
using DichVuCong.Runtime.Identity;
using DichVuCong.Runtime.Naming;
using Npgsql;

namespace DichVuCong.Runtime.Lanes;

/// <summary>A clock that came due: it fires, or is moved when it was counted with an older calendar and is due later by the new one.</summary>
internal sealed record ClockFiring(
    long Saga, short Clock, short Lane, long Serial, DateTimeOffset Due, ClockTerms? Terms, int? CalendarVersion, short Endpoint, string Key, int Flow)
{
    /// <summary>When the clock is due by the current calendar, if that is later than now; it is moved then instead of fired.</summary>
    public DateTimeOffset? MovedTo { get; init; }

    public static ClockFiring Read(NpgsqlDataReader reader)
    {
        var terms = reader.IsDBNull(5)
            ? null
            : new ClockTerms(
                reader.GetString(6), (TimeUnit)reader.GetInt16(5), reader.GetInt64(9), reader.GetFieldValue<DateTimeOffset>(8), reader.GetInt64(10));
        return new ClockFiring(
            reader.GetInt64(0), reader.GetInt16(1), reader.GetInt16(2), reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(4), terms,
            reader.IsDBNull(7) ? null : reader.GetInt32(7), reader.GetInt16(11), reader.GetString(12), reader.GetInt32(13));
    }

    /// <summary>Counts again with the current calendars when the clock was counted with older ones.</summary>
    public ClockFiring Recount(ICalendars calendars, DateTimeOffset now)
    {
        if (Terms is null || CalendarVersion is null || CalendarVersion >= calendars.Version) return this;
        var due = calendars.Due(Terms);
        return due > now ? this with { MovedTo = due, CalendarVersion = calendars.Version } : this;
    }

    /// <summary>The message for the saga; it goes through the saga's own queue, behind what is there.</summary>
    public NewMessage ToMessage(Topology topology, Vocabulary vocabulary, DateTimeOffset now)
    {
        var name = vocabulary.ClockName(Clock);
        object message = MovedTo is { } due
            ? new ClockMoved(Key, name, due, CalendarVersion ?? 0)
            : new ClockFired(Key, name, Serial, Due);
        var type = topology.TypeOf(message);
        var schema = vocabulary.Written.Of(type);
        var id = DerivedId.OfFiring(Saga, Clock, Serial, MovedTo ?? Due);
        // A clock that was moved fires at the time it was moved to: the two messages must not be taken for one, nor their effects.
        if (MovedTo is not null) id = DerivedId.Of(id, CalendarVersion ?? 0);
        return new NewMessage(
            Lane, Flow, id, vocabulary.Type(type), schema, Endpoint, Key, ReplyTo: null, ReplyKey: null, Cause: null, Conversation: id, now,
            Trace: null, type.Write(message, schema));
    }
}
