namespace DichVuCong.Messaging;

/// <summary>What a decision may know besides the state and the message.</summary>
/// <param name="Now">The database's clock when the message was claimed; never below that of the saga's last decision.</param>
/// <param name="Calendars">The version of the calendars this decision counts with.</param>
/// <param name="MessageId">The id of the message decided on: the cause of every effect.</param>
/// <param name="SentAt">When the message was sent.</param>
public readonly record struct Occasion(DateTimeOffset Now, ICalendars Calendars, Guid MessageId, DateTimeOffset SentAt);
