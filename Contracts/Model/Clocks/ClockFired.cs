using System.Text.Json.Serialization;

namespace DichVuCong.Messaging;

/// <summary>A clock of the saga came due. It travels through the saga's own queue, behind what was there before it.</summary>
/// <param name="Saga">The saga's key.</param>
/// <param name="Clock">The clock's name.</param>
/// <param name="Serial">Which setting of the clock fired; a firing of an earlier setting is dropped.</param>
/// <param name="Due">When it was due.</param>
public sealed record ClockFired(string Saga, string Clock, long Serial, DateTimeOffset Due);

/// <summary>A new calendar moved a clock that runs: the saga is told, so that the deadline it shows follows.</summary>
/// <param name="Saga">The saga's key.</param>
/// <param name="Clock">The clock's name.</param>
/// <param name="Due">When it is due now.</param>
/// <param name="CalendarVersion">The version of the calendars it was counted with.</param>
public sealed record ClockMoved(string Saga, string Clock, DateTimeOffset Due, int CalendarVersion);

/// <summary>How the model's own messages are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClockFired))]
[JsonSerializable(typeof(ClockMoved))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
public sealed partial class MessagingJson : JsonSerializerContext;
