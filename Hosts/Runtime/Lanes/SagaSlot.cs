using DichVuCong.Messaging;

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

    /// <summary>The state as it is stored; empty for a saga that this batch starts.</summary>
    public byte[] Stored { get; init; } = [];

    /// <summary>Whether a newer build wrote the state: this one must not read it.</summary>
    public bool IsOfNewerBuild { get; init; }

    /// <summary>
    /// The state; null until the first decision of a new saga. It is read when a decision needs it, so that one that cannot be read is that
    /// message's trouble and nobody else's.
    /// </summary>
    public object? State
    {
        get => _state ??= Stored.Length == 0 ? null : Definition.ReadState(Stored);
        set => _state = value;
    }

    /// <summary>The last setting of each clock in this batch, by name.</summary>
    public Dictionary<string, ClockChange> Clocks { get; } = new(StringComparer.Ordinal);

    public bool IsNew => LoadedVersion == 0;

    public bool IsDirty => Version != LoadedVersion;
}

/// <summary>What becomes of a clock: exactly one of the three.</summary>
/// <param name="Set">It is set, or moved.</param>
/// <param name="SuspendedWith">It is suspended, having used this much.</param>
/// <param name="Serial">Which setting this is.</param>
internal readonly record struct ClockChange(SetClockEffect? Set, long? SuspendedWith, long Serial)
{
    public bool Cancelled => Set is null && SuspendedWith is null;
}
