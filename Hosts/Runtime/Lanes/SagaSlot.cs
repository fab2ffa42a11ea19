using DichVuCong.Messaging;
using DichVuCong.Runtime.Journal;

namespace DichVuCong.Runtime.Lanes;

/// <summary>A saga in a batch: as it was loaded, and what the batch's decisions made of it.</summary>
internal sealed class SagaSlot
{
    public required long Id { get; init; }

    public required short Type { get; init; }

    public required string Key { get; init; }

    public required int Flow { get; init; }

    public required short Lane { get; init; }

    public required SagaDefinition Definition { get; init; }

    /// <summary>The version in the store; 0 for a saga that this batch starts.</summary>
    public required int LoadedVersion { get; init; }

    /// <summary>The number of decisions so far: the version to store, and the journal's n.</summary>
    public required int Version { get; set; }

    public required DateTimeOffset LastNow { get; set; }

    /// <summary>Whether the journal spoke of the saga without a decision, in a month later than its last one.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>The state; null until the first decision of a new saga.</summary>
    public object? State { get; set; }

    /// <summary>The last setting of each clock in this batch, by name.</summary>
    public Dictionary<string, ClockChange> Clocks { get; } = new(StringComparer.Ordinal);

    public bool IsNew => LoadedVersion == 0;

    public bool IsDirty => Version != LoadedVersion || IsTouched;

    /// <summary>
    /// The journal speaks of the saga now. Readers find its rows from its first month to the one after its last decision: when more time has
    /// passed, the saga's row says so, though nothing was decided.
    /// </summary>
    public void Touch(DateTimeOffset now)
    {
        if (IsNew || JournalMonth.Of(now).First <= JournalMonth.Of(LastNow).First) return;
        (LastNow, IsTouched) = (now, true);
    }
}

/// <summary>What becomes of a clock: exactly one of the three.</summary>
/// <param name="Set">It is set, or moved.</param>
/// <param name="SuspendedWith">It is suspended, having used this much.</param>
/// <param name="Serial">Which setting this is.</param>
internal readonly record struct ClockChange(SetClockEffect? Set, long? SuspendedWith, long Serial)
{
    public bool Cancelled => Set is null && SuspendedWith is null;
}
