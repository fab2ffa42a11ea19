namespace DichVuCong.Registries.Operations.Sagas;

/// <summary>How many sagas of a type stand in a state.</summary>
/// <param name="Type">The type: its endpoint.</param>
/// <param name="State">The state's number.</param>
/// <param name="Name">The state's name.</param>
/// <param name="IsOver">Whether nothing more is expected of it.</param>
/// <param name="Amount">How many.</param>
/// <param name="OldestAt">Since when the oldest stands there; null where it is over.</param>
/// <param name="OldestKey">The oldest one's key.</param>
public sealed record SagaCount(string Type, short State, string Name, bool IsOver, long Amount, DateTimeOffset? OldestAt, string? OldestKey);

/// <summary>A rule that says when a saga is stuck, and how many are by it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">The type of saga.</param>
/// <param name="Kind">What it looks at: state, deadline, parked, clock.</param>
/// <param name="Older">For how long.</param>
/// <param name="TitleVi">What it is called, in Vietnamese.</param>
/// <param name="TitleEn">What it is called, in English.</param>
/// <param name="IsEnabled">Whether it is looked at.</param>
/// <param name="Amount">How many sagas are stuck by it.</param>
/// <param name="Oldest">Since when the oldest of them is.</param>
public sealed record StuckRule(
    string Id, string Type, string Kind, TimeSpan Older, string TitleVi, string TitleEn, bool IsEnabled, long Amount, DateTimeOffset? Oldest);

/// <summary>A saga that is stuck.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Type">Its type.</param>
/// <param name="Key">Its key: a dossier's code, a payment's reference, a difference.</param>
/// <param name="Agency">The agency; null when it has none.</param>
/// <param name="State">The state it was in; null when the registry does not know it.</param>
/// <param name="Since">Since when.</param>
public sealed record StuckSaga(string Rule, string Type, string Key, string? Agency, string? State, DateTimeOffset Since);

/// <summary>The sagas as they were counted last.</summary>
/// <param name="TakenAt">When.</param>
/// <param name="Took">How long the counting took.</param>
/// <param name="Counts">By type and state.</param>
/// <param name="Rules">The rules, and what is stuck by each.</param>
public sealed record SagaCensus(DateTimeOffset TakenAt, TimeSpan Took, IReadOnlyList<SagaCount> Counts, IReadOnlyList<StuckRule> Rules);
