using System.Text.Json;
using DichVuCong.Runtime.Parking;

namespace DichVuCong.Registries.Operations.Parked;

/// <summary>What is proposed about parked messages: the payload of an approval. It names each parking, so that a later one is not meant.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="Messages">To which.</param>
/// <param name="Body">For an edit: the new body.</param>
internal sealed record ParkedOrder(ParkingAction Action, IReadOnlyList<ParkedOrder.Parking> Messages, byte[]? Body)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static ParkedOrder Read(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize<ParkedOrder>(payload) ?? throw new JsonException("An order about parked messages is empty.");

    /// <summary>A message, where and since when it is parked.</summary>
    public sealed record Parking(Guid Message, int Scope, DateTimeOffset ParkedAt, string? Agency);
}
