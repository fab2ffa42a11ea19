namespace DichVuCong.Messaging;

/// <summary>Something a saga wants to happen, as data. All effects of a decision commit together with its state, or not at all.</summary>
public abstract record Effect;

/// <summary>Sends a command to the endpoint that owns its type.</summary>
public sealed record SendEffect(object Command) : Effect;

/// <summary>Publishes an event: one message for each subscriber.</summary>
public sealed record PublishEffect(object Event) : Effect;

/// <summary>Answers the sender of the message decided on.</summary>
public sealed record ReplyEffect(object Message) : Effect;

/// <summary>Sets or moves a clock. <paramref name="Terms"/> is null for a fixed time, which no calendar moves.</summary>
public sealed record SetClockEffect(string Name, DateTimeOffset Due, ClockTerms? Terms) : Effect;

/// <summary>Stops a clock of working time; it keeps what it has used and does not fire until it is set again.</summary>
public sealed record SuspendClockEffect(string Name, long Used) : Effect;

/// <summary>Removes a clock.</summary>
public sealed record CancelClockEffect(string Name) : Effect;
