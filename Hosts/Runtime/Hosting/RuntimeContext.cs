using System.Collections.Frozen;
using DichVuCong.Messaging;
using DichVuCong.Runtime.Deaths;
using DichVuCong.Runtime.Lines;
using DichVuCong.Runtime.Naming;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Restoring;
using Npgsql;

namespace DichVuCong.Runtime.Hosting;

/// <summary>What every part of a running runtime shares.</summary>
internal sealed record RuntimeContext
{
    private volatile IReadOnlyDictionary<string, IReadOnlyList<string>> _subscribers = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    public required NpgsqlDataSource Database { get; init; }

    /// <summary>Connections that are not pooled: closing one ends its session, and with it its locks.</summary>
    public required NpgsqlDataSource Dedicated { get; init; }

    public required Topology Topology { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required ICalendarSource Calendars { get; init; }

    public required IReadOnlyDictionary<string, IRecorder> Recorders { get; init; }

    public required LineDirectory Lines { get; init; }

    public required SagaIds SagaIds { get; init; }

    public required RuntimeOptions Options { get; init; }

    public required TimeProvider Time { get; init; }

    public required Guid HostId { get; init; }

    /// <summary>What may have been done before the database was restored; null when it never was.</summary>
    public DoubtAfterRestore? Doubt { get; init; }

    /// <summary>Which life of the database this host works on.</summary>
    public int Incarnation { get; init; } = 1;

    public required Signals Signals { get; init; }

    /// <summary>The subscribers of each event, by its name, as the database knows them; replaced whole.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Subscribers
    {
        get => _subscribers;
        set => _subscribers = value;
    }

    /// <summary>The session by which this host lives.</summary>
    public required HostSession Session { get; init; }

    /// <summary>The type of a clock's firing.</summary>
    public required (short Number, MessageType Type) FiredType { get; init; }
}

/// <summary>Where the current version of the calendars comes from.</summary>
public interface ICalendarSource
{
    /// <summary>The current version; immutable.</summary>
    ICalendars Current { get; }
}
