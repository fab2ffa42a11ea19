namespace DichVuCong.Runtime.Telemetry;

/// <summary>The metrics of the runtime: what it measures while it works, without asking the database.</summary>
public static class RuntimeMetrics
{
    /// <summary>Messages that were handled.</summary>
    public static Metric Consumed { get; } = new(
        "messaging.client.consumed.messages", MetricKind.Counter, "{message}", "Messages that sagas and recorders handled, held or parked.",
        [Label.MessagingSystem, Label.MessagingOperation, Label.Destination, Label.Outcome]);

    /// <summary>How old messages were.</summary>
    public static Metric Age { get; } = new(
        "dvc.message.age", MetricKind.Histogram, "s", "Time from a message's being sent to its being handled.", [Label.Destination]);

    /// <summary>How long batches took.</summary>
    public static Metric Batch { get; } = new(
        "dvc.batch.duration", MetricKind.Histogram, "s", "Time of a lane's batch, from locking to commit.", []);

    /// <summary>How long partners took, and what came of it.</summary>
    public static Metric Call { get; } = new(
        "dvc.partner.call.duration", MetricKind.Histogram, "s", "Time of a call to a partner, or of a question about one, by its outcome.",
        [Label.Partner, Label.Operation, Label.Outcome]);

    /// <summary>Calls that are tried again.</summary>
    public static Metric Retries { get; } = new(
        "dvc.partner.call.retries", MetricKind.Counter, "{call}", "Calls that failed and are due again, or are asked about.", [Label.Partner, Label.Reason]);

    /// <summary>What was parked.</summary>
    public static Metric Parked { get; } = new(
        "dvc.message.parked", MetricKind.Counter, "{message}", "Messages and calls that were parked for an operator.", [Label.Destination]);

    /// <summary>Calls with an outcome that nobody knows.</summary>
    public static Metric Doubts { get; } = new(
        "dvc.partner.doubts", MetricKind.Counter, "{call}", "Calls that may have happened twice, or not at all.", [Label.Partner, Label.Reason]);

    /// <summary>Circuits that opened and closed.</summary>
    public static Metric Circuits { get; } = new(
        "dvc.partner.circuit.changes", MetricKind.Counter, "{change}", "Changes of the state of partners' circuits.", [Label.Partner, Label.State]);

    /// <summary>Clocks that fired.</summary>
    public static Metric Fired { get; } = new("dvc.clock.fired", MetricKind.Counter, "{clock}", "Clocks that came due and fired.", [Label.Clock]);

    /// <summary>How late they fired.</summary>
    public static Metric Lag { get; } = new(
        "dvc.clock.lag", MetricKind.Histogram, "s", "Time from a clock's being due to its firing.", []);

    /// <summary>Clocks that a new calendar moved.</summary>
    public static Metric Moved { get; } = new("dvc.clock.moved", MetricKind.Counter, "{clock}", "Clocks that a change of the calendar moved.", []);

    /// <summary>Calls at the door.</summary>
    public static Metric DoorCalls { get; } = new(
        "dvc.door.calls", MetricKind.Counter, "{call}", "Inbound calls at the door: accepted (new, same), refused (conflict, rejected) or sent back (busy, failed).",
        [Label.Entrance, Label.Outcome]);

    /// <summary>How long callers wait at the door.</summary>
    public static Metric DoorDuration { get; } = new(
        "dvc.door.duration", MetricKind.Histogram, "s", "Time from a call's coming to the door to its being durable.", [Label.Entrance]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
        [Consumed, Age, Batch, Call, Retries, Parked, Doubts, Circuits, Fired, Lag, Moved, DoorCalls, DoorDuration];
}
