using DichVuCong.Runtime.Clocks;

namespace DichVuCong.Registries.Operations.Deadlines;

/// <summary>A running clock.</summary>
/// <param name="Saga">Its saga's number.</param>
/// <param name="Name">Its name: the rule that it watches.</param>
/// <param name="Endpoint">The kind of its saga.</param>
/// <param name="Key">Its saga's key: a dossier, an order, a difference.</param>
/// <param name="Agency">The agency of the dossier; null for what is none.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Serial">Which setting of the clock.</param>
/// <param name="Calendar">Whose working time it counts; null for a fixed time.</param>
/// <param name="Unit">The unit of the budget, as <see cref="Messaging.TimeUnit"/>; null for a fixed time.</param>
/// <param name="Budget">The whole time allowed; null for a fixed time.</param>
/// <param name="Started">Since when it runs; null for a fixed time.</param>
/// <param name="Used">What was used before; null for a fixed time.</param>
public sealed record ClockView(
    long Saga, string Name, string Endpoint, string Key, string? Agency, DateTimeOffset Due, long Serial, string? Calendar, Messaging.TimeUnit? Unit, long? Budget,
    DateTimeOffset? Started, long? Used)
{
    /// <summary>The clock as it was seen.</summary>
    public ClockAsSeen AsSeen => new(Saga, Name, Serial, Due);

    /// <summary>Where the next page begins.</summary>
    public ClockCursor Cursor => new(Due, Saga, Name);
}

/// <summary>The last clock of a page: the next one begins behind it.</summary>
/// <param name="Due">When it is due.</param>
/// <param name="Saga">Its saga.</param>
/// <param name="Name">Its name.</param>
public sealed record ClockCursor(DateTimeOffset Due, long Saga, string Name);

/// <summary>Which clocks are looked for; what is null does not matter.</summary>
public sealed record ClockFilter
{
    /// <summary>The rule.</summary>
    public string? Name { get; init; }

    /// <summary>The agency, with everything below it.</summary>
    public string? Agency { get; init; }

    /// <summary>Behind this one.</summary>
    public ClockCursor? After { get; init; }

    /// <summary>Only those that are due before this.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 100;
}
