using System.Text.Json.Serialization;

namespace DichVuCong.Contracts.Parcels;

/// <summary>How the messages of parcels are written on the bus.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ParcelAsked))]
[JsonSerializable(typeof(ParcelWanted))]
[JsonSerializable(typeof(ParcelNotWanted))]
[JsonSerializable(typeof(ReorderParcel))]
[JsonSerializable(typeof(CancelParcel))]
[JsonSerializable(typeof(CloseParcel))]
[JsonSerializable(typeof(CreatePostOrder))]
[JsonSerializable(typeof(PostOrderCreated))]
[JsonSerializable(typeof(PostOrderNotCreated))]
[JsonSerializable(typeof(CancelPostOrder))]
[JsonSerializable(typeof(PostOrderCancelled))]
[JsonSerializable(typeof(PostOrderNotCancelled))]
[JsonSerializable(typeof(RegisterPostDocument))]
[JsonSerializable(typeof(PostDocumentAnswered))]
[JsonSerializable(typeof(FollowTracking))]
[JsonSerializable(typeof(ReadTracking))]
[JsonSerializable(typeof(TrackingRead))]
[JsonSerializable(typeof(TrackingNotRead))]
[JsonSerializable(typeof(RecordTracking))]
[JsonSerializable(typeof(CashCollected))]
[JsonSerializable(typeof(ParcelStateChanged))]
[JsonSerializable(typeof(ParcelLate))]
[JsonSerializable(typeof(ParcelLost))]
[JsonSerializable(typeof(UpdateParcelRow))]
[JsonSerializable(typeof(KeepTracking))]
[JsonSerializable(typeof(KeepParcelStep))]
[JsonSerializable(typeof(UpdateTrackingRow))]
public sealed partial class ParcelJson : JsonSerializerContext;
