using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Lanes;

/// <summary>Everything that a batch has read before it decides.</summary>
internal sealed class BatchInput
{
    public required DateTimeOffset Now { get; init; }

    public required ICalendars Calendars { get; init; }

    /// <summary>The claimed messages, by sequence number.</summary>
    public required IReadOnlyList<Envelope> Messages { get; init; }

    /// <summary>The clocks that came due.</summary>
    public IReadOnlyList<ClockFiring> Firings { get; init; } = [];

    /// <summary>Messages that waited too long for their saga.</summary>
    public IReadOnlyList<Envelope> Expired { get; init; } = [];

    public required Dictionary<(short Type, string Key), SagaSlot> Sagas { get; init; }

    public IReadOnlyCollection<(int Scope, string Key)> Blocked { get; init; } = [];

    /// <summary>The serials of the fired clocks that the firings among the messages may speak of.</summary>
    public Dictionary<(short Type, string Key, string Clock), long> FiredClocks { get; init; } = [];

    /// <summary>Fired clocks whose firing was handled: their rows go.</summary>
    public HashSet<(long Saga, string Clock)> Consumed { get; } = [];

    /// <summary>Messages that broke the database's own checks when they were tried alone, and with what.</summary>
    public IReadOnlyDictionary<Guid, string> Condemned { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The id of a new saga, out of those that were drawn for the batch.</summary>
    public required Func<long> NextSagaId { get; init; }
}
