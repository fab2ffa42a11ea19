using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Sealing;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Parcels;

/// <summary>
/// Writes the registry of parcels, the post's events, and what the followers of dossiers are told of parcels, in the transaction of the decision.
/// </summary>
public sealed class ParcelRecorder(Sealer sealer) : IRecorder
{
    /// <summary>The endpoint's name; the topology's sagas send to it.</summary>
    public const string EndpointName = "parcel-registry";

    private readonly TrackingWrites _tracking = new(sealer);

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(batch);
        ParcelWrites.Parcels(batch, PaymentRecorder.Of<UpdateParcelRow>(messages));
        ParcelWrites.Steps(batch, PaymentRecorder.Of<KeepParcelStep>(messages));
        _tracking.Events(batch, PaymentRecorder.Of<KeepTracking>(messages));
        TrackingWrites.Cursors(batch, PaymentRecorder.Of<UpdateTrackingRow>(messages));
        Feed(batch, [.. messages.Where(message => message.Message is ParcelStateChanged or ParcelLate or ParcelLost)]);
    }

    /// <summary>They are events of the dossier, in the order of its others: the portal needs no second cursor.</summary>
    private static void Feed(NpgsqlBatch batch, List<RecordedMessage> events)
    {
        if (events.Count == 0) return;
        batch.Append("insert into dossier.feed (type, code, at, body) select * from unnest($1, $2, $3, $4)")
            .Column(events, row => MessageNameAttribute.Of(row.Message.GetType()))
            .Column(events, row => row.Key)
            .Column(events, row => row.At.UtcDateTime)
            .Column(events, row => JsonSerializer.SerializeToUtf8Bytes(row.Message, ParcelJson.Default.GetTypeInfo(row.Message.GetType())!));
    }
}
