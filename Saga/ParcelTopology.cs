using System.Text.Json.Serialization.Metadata;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga.Parcels;

namespace DichVuCong.Saga;

/// <summary>The endpoints of the parcel capability.</summary>
public static class ParcelEndpoints
{
    /// <summary>The parcel saga; its key is the parcel.</summary>
    public const string Parcels = "parcels";

    /// <summary>The saga that follows the post's tracking; its key is the CustomerCode.</summary>
    public const string Tracking = "post-tracking";

    /// <summary>The recorder of the registry of parcels, of the post's events, and of what followers of dossiers are told of them.</summary>
    public const string Registry = "parcel-registry";
}

/// <summary>
/// The parcel capability: its messages, sagas, recorder and subscriptions. The post's operations are the host's to add, since sagas and
/// adapters do not know each other. It goes onto a topology that has the dossiers.
/// </summary>
public static class ParcelTopology
{
    /// <summary>Adds the capability to a topology.</summary>
    public static Topology AddParcels(this Topology topology, ParcelRules rules)
    {
        AddMessages(topology);
        var (parcels, tracking) = (new ParcelSaga(rules), new TrackingSaga(rules));
        return topology
            .Saga(
                new SagaDefinition<ParcelData>(ParcelEndpoints.Parcels, () => ParcelDataJson.Default.ParcelData)
                    .StartedBy<ParcelAsked>(parcels)
                    .StartedBy<ParcelWanted>(parcels)
                    .Handles<ParcelNotWanted>(parcels)
                    .Handles<ReorderParcel>(parcels, Absent.RefuseAtTheDoor)
                    .Handles<CancelParcel>(parcels, Absent.RefuseAtTheDoor)
                    .Handles<CloseParcel>(parcels, Absent.RefuseAtTheDoor)
                    .Handles<PostOrderCreated>(parcels)
                    .Handles<PostOrderNotCreated>(parcels)
                    .Handles<PostOrderCancelled>(parcels)
                    .Handles<PostOrderNotCancelled>(parcels)
                    .Handles<PostDocumentAnswered>(parcels)
                    // An order that another system gave under our CustomerCode: the registry shows its events, and nobody waits for them.
                    .Handles<RecordTracking>(parcels)
                    .Handles<ClockFired>(parcels)
                    .Handles<ClockMoved>(parcels),
                typeof(ReorderParcel), typeof(CancelParcel), typeof(CloseParcel), typeof(RecordTracking))
            .Saga(
                new SagaDefinition<TrackingData>(ParcelEndpoints.Tracking, () => TrackingDataJson.Default.TrackingData)
                    .StartedBy<FollowTracking>(tracking)
                    .Handles<TrackingRead>(tracking)
                    .Handles<TrackingNotRead>(tracking)
                    .Handles<ClockFired>(tracking),
                typeof(FollowTracking))
            .Recorder(ParcelEndpoints.Registry, typeof(UpdateParcelRow), typeof(KeepTracking), typeof(KeepParcelStep), typeof(UpdateTrackingRow))
            .Subscribe<ParcelAsked>(ParcelEndpoints.Parcels)
            .Subscribe<ParcelWanted>(ParcelEndpoints.Parcels)
            .Subscribe<ParcelNotWanted>(ParcelEndpoints.Parcels)
            .Subscribe<ParcelStateChanged>(ParcelEndpoints.Registry)
            .Subscribe<ParcelLate>(ParcelEndpoints.Registry)
            .Subscribe<ParcelLost>(ParcelEndpoints.Registry);
    }

    /// <summary>Declares the events that dossiers tell parcels: whichever capability comes first declares them.</summary>
    internal static void AddParcelWishes(this Topology topology)
    {
        var json = ParcelJson.Default;
        AddOnce(topology, () => json.ParcelAsked, message => message.Parcel.Value);
        AddOnce(topology, () => json.ParcelWanted, message => message.Parcel.Value);
        AddOnce(topology, () => json.ParcelNotWanted, message => message.Parcel.Value);
    }

    /// <summary>Declares the event that parcels tell payments: whichever capability comes first declares it.</summary>
    internal static void AddCashCollected(this Topology topology) =>
        AddOnce(topology, () => ParcelJson.Default.CashCollected, message => message.Obligation.Value);

    private static void AddMessages(Topology topology)
    {
        var json = ParcelJson.Default;
        topology.AddParcelWishes();
        topology.AddCashCollected();
        Add(topology, () => json.ReorderParcel, message => message.Parcel.Value);
        Add(topology, () => json.CancelParcel, message => message.Parcel.Value);
        Add(topology, () => json.CloseParcel, message => message.Parcel.Value);
        Add(topology, () => json.CreatePostOrder, message => message.Order.Parcel.Value);
        Add(topology, () => json.PostOrderCreated, message => message.Order.Parcel.Value);
        Add(topology, () => json.PostOrderNotCreated, message => message.Order.Parcel.Value);
        Add(topology, () => json.CancelPostOrder, message => message.Order.Parcel.Value);
        Add(topology, () => json.PostOrderCancelled, message => message.Order.Parcel.Value);
        Add(topology, () => json.PostOrderNotCancelled, message => message.Order.Parcel.Value);
        Add(topology, () => json.RegisterPostDocument, message => message.Parcel.Value);
        Add(topology, () => json.PostDocumentAnswered, message => message.Parcel.Value);
        Add(topology, () => json.FollowTracking, message => message.Customer);
        Add(topology, () => json.ReadTracking, message => message.Customer);
        Add(topology, () => json.TrackingRead, message => message.Customer);
        Add(topology, () => json.TrackingNotRead, message => message.Customer);
        Add(topology, () => json.RecordTracking, message => message.Order.Parcel.Value);
        Add(topology, () => json.ParcelStateChanged, message => message.Parcel.Dossier.Value);
        Add(topology, () => json.ParcelLate, message => message.Parcel.Dossier.Value);
        Add(topology, () => json.ParcelLost, message => message.Parcel.Dossier.Value);
        Add(topology, () => json.UpdateParcelRow, message => message.Parcel.Value);
        Add(topology, () => json.KeepTracking, message => message.Customer);
        Add(topology, () => json.KeepParcelStep, message => message.Parcel.Value);
        Add(topology, () => json.UpdateTrackingRow, message => message.Customer);
    }

    private static void AddOnce<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key)
        where TMessage : class
    {
        if (topology.TypeNamed(MessageNameAttribute.Of(typeof(TMessage))) is null) Add(topology, json, key);
    }

    private static void Add<TMessage>(Topology topology, Func<JsonTypeInfo<TMessage>> json, Func<TMessage, string> key)
        where TMessage : class =>
        topology.Message(new MessageType<TMessage>(MessageNameAttribute.Of(typeof(TMessage)), json, key));
}
