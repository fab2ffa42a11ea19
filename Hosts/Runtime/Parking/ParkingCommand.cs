using System.Text.Json.Serialization;
using DichVuCong.Messaging;

namespace DichVuCong.Runtime.Parking;

/// <summary>
/// An operator's word about a parked message of a saga. It travels through the key's own lane: what was held goes back by its place in the
/// order before the key opens, and new arrivals go behind.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Message">The parked message.</param>
/// <param name="Action">What to do.</param>
/// <param name="Body">For <see cref="ParkingAction.Edit"/>: the body of the message that takes its place.</param>
/// <param name="By">The operator's account.</param>
internal sealed record ParkingCommand(string Key, Guid Message, ParkingAction Action, byte[]? Body, string By)
{
    /// <summary>The endpoint the message was parked at; filled in when the command is claimed.</summary>
    [JsonIgnore]
    public short Endpoint { get; init; }

    /// <summary>The type of the command's message.</summary>
    public static MessageType<ParkingCommand> Type { get; } =
        new("bus.parking-command.v1", ParkingJson.Default.ParkingCommand, command => command.Key);
}

/// <summary>What an operator can do with a parked message.</summary>
public enum ParkingAction
{
    /// <summary>Put it back into its place as it is.</summary>
    Retry = 1,

    /// <summary>Put an edited message, caused by it, into its place.</summary>
    Edit = 2,

    /// <summary>Drop it.</summary>
    Discard = 3,

    /// <summary>Open a key that was held for a newer build: this one understands what comes next. The runtime orders it, not an operator.</summary>
    Release = 4,
}

/// <summary>How parking commands are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ParkingCommand))]
internal sealed partial class ParkingJson : JsonSerializerContext;
