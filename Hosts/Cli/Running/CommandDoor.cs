using DichVuCong.Messaging;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Runtime.Doors;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Restoring;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Payments;
using Microsoft.Extensions.Logging.Abstractions;

namespace DichVuCong.Cli.Running;

/// <summary>Hands an operator's order to the sagas, through the same door as every call: durable before the command says so.</summary>
internal static class CommandDoor
{
    /// <summary>Hands it in.</summary>
    /// <param name="work">The database.</param>
    /// <param name="flow">The flow of the dossier's messages.</param>
    /// <param name="message">The order.</param>
    /// <param name="records">Rows to write in the same commit.</param>
    /// <param name="cancellationToken">Ends the wait; what was handed in stays.</param>
    public static Task SendAsync(Workplace work, int flow, object message, IReadOnlyList<object> records, CancellationToken cancellationToken) => AcceptAsync(
        work,
        new Topology().AddDossiers(new DossierRules()).AddDoorRecords(),
        [new RegistryRecorder(work.Sealer), new FeedRecorder()],
        new DoorCall { Messages = [new DoorMessage(message, flow)], Records = records },
        cancellationToken);

    /// <summary>Hands in an order about a parcel.</summary>
    /// <param name="work">The database.</param>
    /// <param name="flow">The flow of the dossier's messages.</param>
    /// <param name="message">The order.</param>
    /// <param name="cancellationToken">Ends the wait; what was handed in stays.</param>
    public static Task PostAsync(Workplace work, int flow, object message, CancellationToken cancellationToken) => AcceptAsync(
        work,
        new Topology().AddDossiers(new DossierRules()).AddParcels(new ParcelRules()),
        [],
        new DoorCall { Messages = [new DoorMessage(message, flow)] },
        cancellationToken);

    /// <summary>Hands in an order about payments.</summary>
    /// <param name="work">The database.</param>
    /// <param name="call">The order, with the identity by which a repetition is recognised.</param>
    /// <param name="cancellationToken">Ends the wait; what was handed in stays.</param>
    public static Task<DoorAnswer> PayAsync(Workplace work, DoorCall call, CancellationToken cancellationToken) => AcceptAsync(
        work,
        new Topology().AddPayments(new PaymentRules()).AddPaymentDoorRecords(),
        [new PaymentRecorder(work.Sealer), new PaymentFeedRecorder()],
        call,
        cancellationToken);

    private static async Task<DoorAnswer> AcceptAsync(
        Workplace work, Topology topology, IReadOnlyList<IRecorder> recorders, DoorCall call, CancellationToken cancellationToken)
    {
        await Incarnation.RequireAsync(work.Source, cancellationToken);
        using var door = new Door(work.Database, topology, recorders, new DoorOptions { Committers = 1 }, work.Environment.Time, NullLogger<Door>.Instance);
        await door.StartAsync(cancellationToken);
        try
        {
            // A door that cannot open ends instead: its failure is the answer.
            await await Task.WhenAny(door.Opened, door.ExecuteTask!);
            return await door.AcceptAsync(call, cancellationToken);
        }
        finally
        {
            await door.StopAsync(CancellationToken.None);
        }
    }
}
