using DichVuCong.Messaging;
using DichVuCong.Runtime.Journal;

namespace DichVuCong.Runtime.Lanes;

/// <summary>A saga in a batch: as it was loaded, and what the batch's decisions made of it.</summary>
internal sealed class SagaSlot
{
    private object? _state;

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

    /// <summary>The state as it was loaded; null for a saga that this batch starts.</summary>
    public StoredState? Stored { get; init; }

    /// <summary>Whether a newer build wrote the state: this one must not read it.</summary>
    public bool IsOfNewerBuild => Stored is { } stored && stored.Schema > Definition.StateSchema;

    /// <summary>
    /// The state; null until the first decision of a new saga. It is read when a decision asks for it: a state that cannot be read is the
    /// trouble of its own messages, not of the batch.
    /// </summary>
    /// <exception cref="SchemaNotUnderstoodException">This build cannot read the stored shape.</exception>
    public object? State
    {
        get => _state ??= Stored is { } stored ? Definition.ReadState(stored.Bytes, stored.Schema) : null;
        set => _state = value;
    }

    /// <summary>Whether the journal spoke of the saga without a decision, in a month later than its last one.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>The state to store, and the number of its shape: the stored one as it is when nothing was decided.</summary>
    public StoredState ToStore(short schema) =>
        Version == LoadedVersion && Stored is { } stored ? stored : new StoredState(schema, Definition.WriteState(State!, schema));

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

/// <summary>A state as it stands in the table.</summary>
/// <param name="Schema">The number of its shape.</param>
/// <param name="Bytes">UTF-8 JSON.</param>
internal sealed record StoredState(short Schema, byte[] Bytes);

/// <summary>What becomes of a clock: exactly one of the three.</summary>
/// <param name="Set">It is set, or moved.</param>
/// <param name="SuspendedWith">It is suspended, having used this much.</param>
/// <param name="Serial">Which setting this is.</param>
internal readonly record struct ClockChange(SetClockEffect? Set, long? SuspendedWith, long Serial)
{
    public bool Cancelled => Set is null && SuspendedWith is null;
}
