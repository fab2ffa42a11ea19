namespace DichVuCong.Messaging;

/// <summary>What may be done when it is not known whether an operation took place. Every operation of every partner declares one.</summary>
public enum RepeatabilityClass : byte
{
    /// <summary>The partner recognises a repeated call and does it once.</summary>
    Deduplicates = 1,

    /// <summary>The partner can be asked whether it did it; it is asked before the call is repeated.</summary>
    CanBeAsked = 2,

    /// <summary>Neither: a setting decides, and the case is counted as a possible double or a possible loss.</summary>
    Neither = 3,
}

/// <summary>The setting for operations that can neither be repeated safely nor be asked about.</summary>
public enum WhenUnknown : byte
{
    /// <summary>The call is given up and shown to the operator: a possible loss.</summary>
    GiveUpAndShow = 1,

    /// <summary>The call is repeated: a possible double.</summary>
    SendAgain = 2,
}

/// <summary>The declared class of an operation.</summary>
/// <param name="Class">Which class.</param>
/// <param name="Window">For <see cref="RepeatabilityClass.Deduplicates"/>: how long the partner remembers a call; null for ever.</param>
/// <param name="WhenUnknown">For <see cref="RepeatabilityClass.Neither"/>, or when the window has passed.</param>
public sealed record Repeatability(RepeatabilityClass Class, TimeSpan? Window = null, WhenUnknown WhenUnknown = WhenUnknown.GiveUpAndShow)
{
    /// <summary>The partner can be asked.</summary>
    public static Repeatability CanBeAsked { get; } = new(RepeatabilityClass.CanBeAsked);

    /// <summary>The partner neither deduplicates nor can be asked.</summary>
    public static Repeatability Neither(WhenUnknown whenUnknown) => new(RepeatabilityClass.Neither, Window: null, whenUnknown);

    /// <summary>The partner recognises a repeated call for <paramref name="window"/>, or for ever.</summary>
    public static Repeatability Deduplicates(TimeSpan? window = null) => new(RepeatabilityClass.Deduplicates, window);
}
