using DichVuCong.Adapters.VNPost;
using DichVuCong.Adapters.VNPost.Http;
using DichVuCong.Adapters.VNPost.Orders;
using DichVuCong.Adapters.VNPost.Tracking;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Messaging;
using DichVuCong.Saga;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DichVuCong.Worker.Posting;

/// <summary>The parcel capability as the Worker runs it: its sagas, and what VNPost is asked and told.</summary>
internal static class ParcelOperations
{
    private const string Waits = "VNPost is not configured (VnPost:*).";

    /// <summary>Adds it to the topology.</summary>
    public static Topology AddParcelCapability(this Topology topology, IServiceProvider services, PartnerSettings partners, TimeProvider time)
    {
        topology.AddParcels(partners.Parcels);
        if (partners.Post is not { } settings) return topology.Partner(Partner(
            new NotConfigured<CreatePostOrder>(Waits), new NotConfigured<CancelPostOrder>(Waits), new NotConfigured<RegisterPostDocument>(Waits),
            new NotConfigured<ReadTracking>(Waits)));

        var tables = VnPostTables.Read(settings);
        var client = new VnPostClient(VnPostHttp.CreateClient(), settings, time);
        var contacts = services.GetRequiredService<IPostContacts>();
        return topology.Partner(Partner(
            new CreatePostOrderOperation(client, settings, tables, contacts, time, services.GetRequiredService<ILogger<CreatePostOrderOperation>>()),
            new CancelPostOrderOperation(client, settings, services.GetRequiredService<ILogger<CancelPostOrderOperation>>()),
            new RegisterPostDocumentOperation(client, settings, tables, contacts, time, services.GetRequiredService<ILogger<RegisterPostDocumentOperation>>()),
            new ReadTrackingOperation(client, settings, tables, services.GetRequiredService<ILogger<ReadTrackingOperation>>())));
    }

    private static PartnerDefinition Partner(
        IPartnerOperation<CreatePostOrder> create, IPartnerOperation<CancelPostOrder> cancel, IPartnerOperation<RegisterPostDocument> register, IPartnerOperation<ReadTracking> read) =>
        new PartnerDefinition(ParcelLines.Endpoint)
            .Operation(create, _ => ParcelLines.Orders)
            .Operation(cancel, _ => ParcelLines.Orders)
            .Operation(register, _ => ParcelLines.Orders)
            .Operation(read, _ => ParcelLines.Tracking);
}
